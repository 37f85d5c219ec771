// The queue with JavaScript: keys, what is chosen together, modal dialogs. Every link and form works without it.

const chosen = new Set();
const $ = id => document.getElementById(id);
const rows = () => [...document.querySelectorAll('#file .ligne')];
const current = () => rows().find(row => row.querySelector('[aria-current]'));

// Counts what is chosen together and what it would issue.
function tally() {
  const text = $('choisies');
  if (!text) {
    return;
  }
  const boxes = [...document.querySelectorAll('input[name=chosen]')];
  const on = boxes.filter(box => box.checked);
  const number = new Intl.NumberFormat(document.documentElement.lang, {maximumFractionDigits: 2});
  const sum = on.reduce((all, box) => all + Number(box.dataset.mailles), 0) / 100;
  const words = text.dataset;
  const validate = document.querySelector('[data-lot]');
  const worth = document.createElement('span');
  worth.className = 'mailles';
  worth.append(bold(number.format(sum)), ` ${sum < 2 ? words.maille : words.mailles}`);
  text.replaceChildren(bold(number.format(on.length)), ` ${on.length < 2 ? words.une : words.plusieurs}, `, worth);
  validate.textContent = on.length === 1
      ? validate.dataset.lotUn : validate.dataset.lot.replace('{0}', number.format(on.length));
  $('rien').hidden = false;
  const all = $('toutes').querySelector('input');
  all.checked = boxes.length > 0 && on.length === boxes.length;
  all.indeterminate = on.length > 0 && on.length < boxes.length;
}

function bold(text) {
  const element = document.createElement('b');
  element.textContent = text;
  return element;
}

function choose(box, on) {
  box.checked = on;
  chosen[on ? 'add' : 'delete'](box.value);
}

// After each swap: what is said, what was chosen, where one is, and dialogs that nothing behind them can be reached.
function arrange() {
  const work = $('travail');
  if (!work) {
    return;
  }
  for (const box of document.querySelectorAll('input[name=chosen]')) {
    box.checked = chosen.has(box.value);
  }
  const beside = $('detail')?.dataset.id;
  for (const link of document.querySelectorAll('.ligne-titre')) {
    if (link.closest('.ligne').dataset.id === beside) {
      link.setAttribute('aria-current', 'true');
      // Where the claim stands above the list instead of beside it, the heading that has the focus is what is looked at.
      if (matchMedia('(min-width: 75rem)').matches) {
        link.closest('.ligne').scrollIntoView({block: 'nearest'});
      }
    } else {
      link.removeAttribute('aria-current');
    }
  }
  const count = document.querySelector('.menu [aria-current=page] .compte');
  if (count) {
    count.textContent = work.dataset.attente;
    count.hidden = work.dataset.attente === '0';
  }
  tally();
  const dialog = work.querySelector('dialog[data-modal]');
  if (dialog && !dialog.matches(':modal')) {
    dialog.close();
    dialog.showModal();
    const wrong = dialog.querySelector('[aria-invalid], .champ-erreur');
    const field = wrong && (wrong.matches('[aria-invalid]') ? wrong : wrong.closest('fieldset'));
    (dialog.querySelector('.resume-erreurs') ?? field ?? dialog.querySelector('[data-focus]')).focus();
  }
}

// What was sent together is no longer chosen, also where it is open again.
document.addEventListener('htmx:beforeSwap', event => {
  const {xhr, requestConfig} = event.detail;
  if (requestConfig.verb === 'post' && xhr.status < 400) {
    requestConfig.formData.getAll('chosen').forEach(id => chosen.delete(id));
  }
});

document.addEventListener('htmx:afterSettle', arrange);
document.addEventListener('DOMContentLoaded', arrange);
document.querySelectorAll('input[name=chosen][checked]').forEach(box => chosen.add(box.value));
arrange();

document.addEventListener('change', event => {
  if (event.target.name === 'chosen') {
    choose(event.target, event.target.checked);
  } else if (event.target.closest('#toutes')) {
    const on = event.target.checked;
    document.querySelectorAll('input[name=chosen]').forEach(box => choose(box, on));
  }
  tally();
});

document.addEventListener('click', event => {
  if (event.target.closest('#rien')) {
    document.querySelectorAll('input[name=chosen]').forEach(box => choose(box, false));
    tally();
    current()?.querySelector('a').focus();
  } else if (event.target.closest('#aide-touches')) {
    announce('');
    $('touches').showModal();
  } else if (event.target.closest('[data-fermer]')) {
    event.target.closest('dialog').close();
  }
});

// Escape in a dialog that came as a page goes back as its link does.
document.addEventListener('cancel', event => {
  const back = event.target.querySelector?.('[data-revenir]');
  if (back) {
    event.preventDefault();
    back.click();
  }
}, true);

function move(step) {
  const all = rows();
  const next = all[all.indexOf(current()) + step];
  next?.querySelector('a').click();
}

function toggle() {
  const box = current()?.querySelector('input[name=chosen]');
  if (box) {
    choose(box, !box.checked);
    tally();
    announce($('choisies').textContent);
  }
}

// What cannot be decided here says why.
function decide(id, how) {
  const act = $(id);
  if (act) {
    act[how]();
  } else {
    announce(document.querySelector('#detail [data-pourquoi]')?.textContent ?? '');
  }
}

// What was just done, else what was decided of the claim beside the list; where there is neither, that is said.
function undo() {
  const form = $('annuler') ?? $('revenir');
  if (form) {
    form.requestSubmit();
  } else {
    announce($('travail').dataset.rien);
  }
}

const keys = {
  j: () => move(1),
  k: () => move(-1),
  x: toggle,
  v: () => decide('valider', 'requestSubmit'),
  p: () => decide('preciser', 'click'),
  r: () => decide('refuser', 'click'),
  z: undo,
  '?': () => $('aide-touches').click(),
};

// Not while a request is under way: one press is one decision.
document.addEventListener('keydown', event => {
  const typing = event.target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select');
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing || document.querySelector('dialog:modal')
      || $('travail')?.dataset.touches !== 'true' || document.querySelector('.htmx-request')) {
    return;
  }
  const key = keys[event.key.toLowerCase()];
  if (key) {
    event.preventDefault();
    key();
  }
});
