// What the shell adds where JavaScript runs. Every link and form works without it.

// After a partial page, the focus goes to what the server marked: the error summary or the new heading.
document.addEventListener('htmx:afterSettle', event => {
  const target = event.target.querySelector('[data-focus]');
  if (target) {
    target.focus();
  }
});

// Escape closes the reader's menu and gives the focus back to its button.
document.addEventListener('keydown', event => {
  const open = document.querySelector('.entete-moi[open]');
  if (event.key === 'Escape' && open) {
    open.removeAttribute('open');
    open.querySelector('summary').focus();
  }
});

// A press elsewhere closes it too.
document.addEventListener('click', event => {
  const open = document.querySelector('.entete-moi[open]');
  if (open && !open.contains(event.target)) {
    open.removeAttribute('open');
  }
});

// Of tabs that a narrow screen cuts off, the current one shows.
document.querySelectorAll('.onglets [aria-current]').forEach(tab => {
  const row = tab.closest('.onglets');
  row.scrollLeft = Math.max(0, tab.offsetLeft + tab.offsetWidth - row.clientWidth + 24);
});
