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
