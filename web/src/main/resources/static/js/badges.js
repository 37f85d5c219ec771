// A text to copy: opening its menu selects it and, where the browser lets it, copies it. Without scripts it is a field.
document.querySelectorAll('.partage-menu').forEach(menu => {
  menu.addEventListener('toggle', () => {
    if (!menu.open) {
      return;
    }
    document.querySelectorAll('.partage-menu[open]').forEach(other => {
      if (other !== menu) {
        other.removeAttribute('open');
      }
    });
    const text = menu.querySelector('.a-copier');
    if (text) {
      text.focus();
      text.select();
      if (navigator.clipboard) {
        navigator.clipboard.writeText(text.value).catch(() => {});
      }
    }
  });
  menu.addEventListener('keydown', event => {
    if (event.key === 'Escape' && menu.open) {
      menu.removeAttribute('open');
      menu.querySelector('summary').focus();
    }
  });
});
