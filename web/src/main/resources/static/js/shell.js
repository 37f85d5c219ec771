// What the shell adds where JavaScript runs. Every link and form works without it.

// The one live region of the page; what is said twice is heard twice.
function announce(text) {
  const region = document.getElementById('annonce');
  if (text && region.textContent === text) {
    region.textContent = '';
    requestAnimationFrame(() => announce(text));
  } else {
    region.textContent = text;
  }
}

// After a partial page, the focus goes to what the server marked, the error summary or the new heading, or to the page's
// heading where none of them shows; what else is new is said. A whole new page says what has just been done.
document.addEventListener('htmx:afterSettle', event => {
  const marked = [...event.target.querySelectorAll('[data-focus]')];
  const shown = marked.find(one => one.checkVisibility());
  (shown ?? (marked.length > 0 ? event.target.querySelector('h1[tabindex]') : null))?.focus();
  const {target} = event;
  const news = target.matches('[data-annonce]') ? target
      : target.querySelector('[data-annonce]') ?? (target.id === 'contenu' ? target.querySelector(':scope > .message') : null);
  if (news) {
    announce(news.dataset.annonce || news.textContent.trim());
  } else if (target.matches('#travail, #detail')) {
    // What was said of another tab or claim holds no more.
    document.getElementById('annonce').textContent = '';
  }
});

// Escape closes a menu of the header and gives the focus back to its button.
document.addEventListener('keydown', event => {
  const open = document.querySelector('.entete details[open]');
  if (event.key === 'Escape' && open) {
    open.removeAttribute('open');
    open.querySelector('summary').focus();
  }
});

// A press elsewhere closes it too.
document.addEventListener('click', event => {
  document.querySelectorAll('.entete details[open]').forEach(open => {
    if (!open.contains(event.target)) {
      open.removeAttribute('open');
    }
  });
});

// Of tabs that a narrow screen cuts off, the current one shows.
document.querySelectorAll('.onglets [aria-current]').forEach(tab => {
  const row = tab.closest('.onglets');
  row.scrollLeft = Math.max(0, tab.offsetLeft + tab.offsetWidth - row.clientWidth + 24);
});

// What a request could not do is said on the page that asked, where what was typed stays.
function say(asked, title, ...texts) {
  document.querySelector('.refus-ici')?.remove();
  const said = document.getElementById('sans-reponse').content.cloneNode(true).firstElementChild;
  if (title) {
    const words = said.querySelector('div');
    words.replaceChildren(...[title, ...texts].map((text, at) => {
      const line = document.createElement('p');
      line.append(at === 0 ? Object.assign(document.createElement('b'), {textContent: text}) : text);
      return line;
    }));
  }
  (asked.closest('dialog') ?? document.getElementById('contenu')).prepend(said);
  said.focus();
  return said;
}

// What a page asks for by itself while somebody types may fail in silence: it is asked for again with the next word.
const pressed = asked => asked.matches('form, a, button, details');

// What is answered is a page or a part of one, also where it is an error.
document.addEventListener('htmx:configRequest', event => {
  event.detail.headers.Accept = 'text/html';
  // Whose page this is: another tab may have signed in somebody else, or gone to another network.
  event.detail.headers['X-Auteur'] = document.querySelector('.entete-moi [name=_auteur]')?.value ?? '';
});

document.addEventListener('htmx:beforeSwap', event => {
  const {xhr, requestConfig} = event.detail;
  if (xhr.status < 400) {
    return;
  }
  const asked = requestConfig.elt;
  const answer = new DOMParser().parseFromString(xhr.responseText, 'text/html');
  const refused = answer.querySelector('[data-refus]');
  const page = xhr.responseText && xhr.getResponseHeader('Content-Type')?.includes('html');
  if (!refused && xhr.status < 500 && page) {
    return;
  }
  event.detail.shouldSwap = false;
  // A form that waited too long has a new token from now on.
  const token = answer.querySelector('[name=_csrf]')?.value;
  if (token) {
    document.querySelectorAll('[name=_csrf]').forEach(field => {
      field.value = token;
    });
  }
  if (pressed(asked) && xhr.status !== 401) {
    say(asked, ...(refused ? [...refused.children].map(line => line.textContent) : []));
  }
});

for (const failure of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(failure, event => {
    if (pressed(event.detail.elt)) {
      say(event.detail.elt);
    }
  });
}

document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.successful && event.detail.xhr.status < 400 && pressed(event.detail.elt)) {
    document.querySelector('.refus-ici')?.remove();
  }
});
