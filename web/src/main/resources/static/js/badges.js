// A text to copy: opening its menu selects it and, where the browser lets it, copies it. Without scripts it is a field.
document.querySelectorAll('.partage-menu').forEach(menu => {
  const button = menu.querySelector('summary');
  const label = button.querySelector('span');
  const words = label?.textContent;
  const text = menu.querySelector('.a-copier');
  const note = menu.querySelector('[data-copie-dite]');

  // On the button, beside the text, and to whoever listens: it is copied, or it is selected and copied by hand.
  const tell = copied => {
    note.textContent = copied ? text.dataset.copie : text.dataset.aLaMain;
    note.hidden = false;
    if (copied) {
      label.textContent = text.dataset.copie;
    }
    announce(note.textContent);
  };

  // Browsers give the clipboard to pages of https alone, and the older way to any.
  const copy = () => (navigator.clipboard ? navigator.clipboard.writeText(text.value) : Promise.reject(new Error()))
    .then(() => true, () => document.execCommand('copy'));

  menu.addEventListener('toggle', () => {
    if (!menu.open) {
      if (text) {
        label.textContent = words;
        note.hidden = true;
      }
      return;
    }
    document.querySelectorAll('.partage-menu[open]').forEach(other => {
      if (other !== menu) {
        other.removeAttribute('open');
      }
    });
    if (text) {
      text.focus();
      text.select();
      copy().then(tell);
    }
  });
  menu.addEventListener('keydown', event => {
    if (event.key === 'Escape' && menu.open) {
      menu.removeAttribute('open');
      button.focus();
    }
  });
});
