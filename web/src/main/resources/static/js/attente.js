// A claim that could not be sent for lack of a connection is kept on this phone, and sent once it is back. The key of its
// form makes it one claim, however often it is sent. Only whoever wrote it, signed in here, sees it and has it sent.

const KEPT = 'maillage.attente';
const here = document.getElementById('attente');

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

function keep(claims) {
  localStorage.setItem(KEPT, JSON.stringify(claims.slice(-20)));
}

const without = key => kept().filter(claim => claim.key !== key);
const mine = () => kept().filter(claim => claim.member === here.dataset.membre);

// What people read of it in the list: the texts beside what they chose.
function said(form, name) {
  const chosen = form.querySelector(`[name=${name}]:checked`);
  return chosen?.closest('label').textContent.trim() ?? '';
}

// The day in full: «today» will be another one by the time it is read.
function day(form) {
  const when = form.elements.when.value;
  const chosen = new Date(`${when && when !== 'other' ? when : form.elements.day.value}T12:00`);
  return Number.isNaN(chosen.getTime()) ? '' : chosen.toLocaleDateString(document.documentElement.lang,
      {weekday: 'long', day: 'numeric', month: 'long'});
}

function record(form) {
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== '_csrf');
  const key = form.elements.key.value;
  keep([...without(key), {
    key, member: form.elements.member.value, fields, asked: false,
    title: form.elements.title.value || said(form, 'role'),
    meta: [said(form, 'duration'), day(form)].filter(Boolean).join(', '),
  }]);
}

// A key as a page brings one, a UUID of this moment (version 7); also where the site is not secured, and no browser makes one.
function fresh() {
  const random = [...crypto.getRandomValues(new Uint8Array(10))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return (Date.now().toString(16).padStart(12, '0') + random).replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-7$3-8$4-');
}

// What is kept stands in the form no more, so that nobody takes it for unsent: the next claim is another one.
function empty(form) {
  const key = form.elements.key.value;
  for (const field of form.elements) {
    if (field.type === 'checkbox' || field.name === 'role' || field.name === 'duration') {
      field.checked = false;
    } else if (field.matches('input:not([type=hidden],[type=radio],[type=date]), textarea, [name=kind], [name=replaces]')) {
      field.value = '';
    } else if (field.matches('select')) {
      field.selectedIndex = Math.max(0, [...field.options].findIndex(option => option.defaultSelected));
    }
  }
  form.querySelectorAll('.equipe-parts').forEach(people => people.remove());
  form.querySelectorAll('details').forEach(part => {
    part.open = false;
  });
  document.getElementById('estime').replaceChildren();
  form.elements.key.value = fresh();
  form.dataset.gardee = key;
}

// Whoever goes on typing writes another one.
document.addEventListener('input', event => {
  delete event.target.closest('#saisie')?.dataset.gardee;
});

// Enter in the search for people searches; it sends no claim.
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.id === 'who' && !event.isComposing) {
    event.preventDefault();
    if (event.target.value.trim()) {
      event.target.closest('.recherche').querySelector('button').click();
    }
  }
});

document.addEventListener('htmx:sendError', event => {
  const form = event.detail.elt;
  if (form.id !== 'saisie') {
    return;
  }
  // A file is too heavy to be kept: nothing is kept without it.
  const file = [...form.querySelectorAll('[type=file]')].some(field => field.files.length > 0);
  if (!file) {
    record(form);
  }
  if (!file) {
    empty(form);
  }
  const told = say(form, file ? here.dataset.fichier : here.dataset.gardee);
  if (!file) {
    told.classList.replace('message-erreur', 'message-attention');
  }
});

// The page of a claim that was taken.
const place = location => location ? JSON.parse(location).path : null;

let sending = false;

async function send() {
  const token = document.querySelector('[name=_csrf]')?.value;
  if (sending || !navigator.onLine || !token) {
    return;
  }
  sending = true;
  try {
    for (const claim of mine().filter(one => !one.asked)) {
      const body = new FormData();
      claim.fields.forEach(([name, value]) => body.append(name, value));
      body.append('_csrf', token);
      const answer = await fetch('/declarer', {method: 'POST', body, headers: {'HX-Request': 'true'}});
      const path = place(answer.headers.get('HX-Location'));
      if (answer.ok && path) {
        keep(without(claim.key));
        arrived(claim, path);
      } else if (answer.status === 400 || answer.status === 409 || answer.status === 422) {
        keep(kept().map(one => one.key === claim.key ? {...one, asked: true} : one));
      } else {
        break;
      }
    }
  } catch {
    // Still without a connection: the next time that it comes back.
  } finally {
    sending = false;
    show();
  }
}

function arrived(claim, path) {
  const form = document.getElementById('saisie');
  if (form && [form.elements.key.value, form.dataset.gardee].includes(claim.key)) {
    location.assign(path);
    return;
  }
  announce(here.dataset.partie);
}

// The list of one's contributions shows what waits; the claim's page opens one of them again.
function show() {
  const list = here.querySelector('ul');
  if (!list) {
    return;
  }
  const line = here.querySelector('template').content;
  list.replaceChildren(...mine().map(claim => {
    const item = document.importNode(line, true).firstElementChild;
    item.querySelector('.releve-titre').textContent = claim.title;
    item.querySelector('.releve-meta').textContent = claim.meta;
    item.querySelector('[data-etat=attente]').hidden = claim.asked;
    item.querySelector('[data-etat=question]').hidden = !claim.asked;
    item.querySelector('a').hash = claim.key;
    item.querySelector('button').addEventListener('click', () => {
      keep(without(claim.key));
      show();
    });
    return item;
  }));
  here.hidden = list.children.length === 0;
}

function open() {
  const form = document.getElementById('saisie');
  const claim = form && mine().find(one => one.key === location.hash.slice(1));
  if (!claim) {
    return;
  }
  for (const field of form.elements) {
    const values = claim.fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'radio' || field.type === 'checkbox') {
      field.checked = values.includes(field.value);
    } else if (values.length > 0 && field.type !== 'file' && field.type !== 'submit') {
      field.value = values[0];
    }
  }
  form.querySelectorAll('details').forEach(part => {
    part.open ||= [...part.querySelectorAll('input:not([type=radio],[type=hidden]), textarea')].some(field => field.value);
  });
}

// A claim that left in the usual way waits no longer.
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.elt.id === 'saisie' && event.detail.xhr?.getResponseHeader('HX-Location')) {
    keep(without(event.detail.elt.elements.key.value));
  }
});

// Whoever is without a connection knows before they send.
function tell() {
  document.querySelectorAll('[data-sans-connexion]').forEach(part => {
    part.hidden = navigator.onLine;
  });
}

addEventListener('online', send);
addEventListener('online', tell);
addEventListener('offline', tell);
document.addEventListener('htmx:afterSettle', tell);
tell();
open();
show();
send();
