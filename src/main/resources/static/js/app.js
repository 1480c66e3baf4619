// What every page does: CSRF for htmx, loading bar, toasts, questions, keyboard, clocks, guard against a second press.
const words = document.getElementById('words')?.dataset ?? {};
const csrf = {
  token: document.querySelector('meta[name=csrf-token]')?.content,
  header: document.querySelector('meta[name=csrf-header]')?.content,
};

/** Headers that a changing request needs. */
export function csrfHeaders() {
  return csrf.token ? { [csrf.header]: csrf.token } : {};
}

/** Takes over the token of a page fetched after signing in again, so that this page can go on. */
export async function refreshCsrf() {
  const page = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' });
  if (!page.ok) return false;
  const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
  const token = fresh.querySelector('meta[name=csrf-token]')?.content;
  if (token) csrf.token = token;
  return Boolean(token);
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${words.icons}#${name}`);
  svg.append(use);
  return svg;
}

/** element('p', { class: 'muted' }, 'text', child) */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/* ---------- toasts ---------- */
export function toast(text, { bad = false } = {}) {
  const line = element('div', { class: `toast-line${bad ? ' is-bad' : ''}` }, element('p', {}, text));
  const close = element('button', { type: 'button', 'aria-label': words.close, onclick: () => line.remove() }, icon('x'));
  line.append(close);
  document.getElementById('toasts')?.append(line);
  if (!bad) setTimeout(() => line.remove(), 6000);
}

/* ---------- questions ---------- */
export function ask(text, { title, yes } = {}) {
  const dialog = document.getElementById('ask');
  const heading = document.getElementById('ask-title');
  const confirm = document.getElementById('ask-yes');
  heading.textContent = title || heading.dataset.default;
  confirm.textContent = yes || confirm.dataset.default;
  document.getElementById('ask-text').textContent = text;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true });
  });
}

const questionOf = (asked) => [
  asked.dataset.confirm,
  { title: asked.dataset.confirmTitle, yes: asked.dataset.confirmYes },
];

document.addEventListener(
  'click',
  async (event) => {
    const asked = event.target.closest?.('[data-confirm]');
    if (!asked || asked.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (asked.form && !asked.form.noValidate && !asked.form.reportValidity()) return;
    if (!(await ask(...questionOf(asked)))) return;
    asked.dataset.confirmed = 'yes';
    asked.click();
    delete asked.dataset.confirmed;
  },
  true,
);

document.addEventListener('htmx:confirm', async (event) => {
  if (!event.detail.question) return;
  event.preventDefault();
  if (await ask(event.detail.question)) event.detail.issueRequest(true);
});

/* ---------- a form is sent once ---------- */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === 'dialog' || form.hasAttribute('hx-post')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  const pressed = event.submitter;
  // After this event: a disabled button would not be part of what is sent.
  setTimeout(() => {
    pressed?.classList.add('is-working');
    for (const button of form.querySelectorAll('button:not([type=button])')) button.setAttribute('aria-disabled', 'true');
  });
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
    for (const button of form.querySelectorAll('.is-working')) button.classList.remove('is-working');
  }
});

/* ---------- htmx ---------- */
const bar = document.getElementById('loading-bar');
let running = 0;
function busy(step) {
  running = Math.max(0, running + step);
  bar?.classList.toggle('is-busy', running > 0);
  bar?.classList.toggle('is-done', running === 0);
}
document.addEventListener('htmx:configRequest', (event) => Object.assign(event.detail.headers, csrfHeaders()));
// What asks by itself, again and again, [data-quiet], moves no bar.
const quiet = (event) => 'quiet' in (event.detail.elt?.dataset ?? {});
document.addEventListener('htmx:beforeRequest', (event) => {
  if (quiet(event)) return;
  busy(1);
  event.detail.requestConfig.triggeringEvent?.submitter?.classList.add('is-working');
});
document.addEventListener('htmx:afterRequest', (event) => {
  if (quiet(event)) return;
  busy(-1);
  event.detail.requestConfig.triggeringEvent?.submitter?.classList.remove('is-working');
});
document.addEventListener('htmx:sendError', (event) => quiet(event) || toast(words.offline, { bad: true }));
document.addEventListener('htmx:responseError', (event) => quiet(event) || explain(event.detail.xhr.status));
document.addEventListener('htmx:afterSwap', (event) => dress(event.detail.elt));

/** Says in a toast why a request was refused. */
export function explain(status) {
  if (status === 401) toast(words.signedOut, { bad: true });
  else if (status === 403) toast(words.forbidden, { bad: true });
  else toast(words.failed, { bad: true });
}

/* ---------- clocks: the server's time counts ---------- */
const offset = Number(document.querySelector('meta[name=server-time]')?.content ?? Date.now()) - Date.now();
const zone = { timeZone: 'Asia/Shanghai' };

export function serverNow() {
  return new Date(Date.now() + offset);
}

export function clockTime(when) {
  return new Intl.DateTimeFormat('en-GB', {
    ...zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  }).format(new Date(when));
}

function tick() {
  const now = serverNow();
  const shown = document.querySelector('[data-server-clock]');
  if (shown) shown.textContent = shown.textContent.replace(/\d\d:\d\d:\d\d/, clockTime(now));
  for (const counter of document.querySelectorAll('[data-countdown]')) {
    const left = Math.floor((new Date(counter.dataset.countdown) - now) / 1000);
    if (left <= 0) {
      counter.textContent = words.ended;
      continue;
    }
    const two = (number) => String(number).padStart(2, '0');
    const days = Math.floor(left / 86400);
    const rest = `${two(Math.floor(left / 3600) % 24)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
    counter.textContent = days > 0 ? `${days} ${words.days} ${rest}` : rest;
  }
}
tick();
setInterval(tick, 1000);

/* ---------- keyboard ---------- */
const typing = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
const places = { h: '/', i: '/inbox', a: '/applications' };
let going = 0;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && event.target.id === 'top-search') event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  if (going && Date.now() - going < 1200 && places[event.key]) {
    going = 0;
    location.assign(places[event.key]);
  } else if (event.key === 'g') {
    going = Date.now();
  } else if (event.key === '?') {
    document.getElementById('keys').showModal();
  } else if (event.key === '/') {
    const field = document.querySelector('[data-search-field]') ?? document.getElementById('top-search');
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  }
});

/* ---------- small things ---------- */
document.addEventListener('click', (event) => {
  event.target.closest?.('[data-dismiss]')?.parentElement.remove();
  if (event.target.closest?.('[data-print]')) print();
  if (event.target.closest?.('[data-copy]')) {
    const source = event.target.closest('[data-copy]');
    navigator.clipboard?.writeText(source.dataset.copy).then(() => toast(source.dataset.copied ?? '✓'));
  }
});
document.addEventListener('click', (event) => {
  const person = event.target.closest?.('[data-fill-login]');
  if (!person) return;
  document.getElementById('login').value = person.dataset.fillLogin;
  document.getElementById('password').value = person.dataset.fillPassword;
  document.querySelector('.sign-in button[type=submit]').focus();
});
document.addEventListener('change', (event) => {
  if (event.target.closest?.('[data-auto-submit]')) event.target.form.requestSubmit();
});

/** What a new piece of page needs: counters under long fields. */
function dress(root) {
  for (const field of root.querySelectorAll('textarea[data-counter]')) countCharacters(field, Number(field.dataset.counter));
}

/** Shows 12 / 800 under a field. */
export function countCharacters(field, limit) {
  if (!limit || field.dataset.counted) return;
  field.dataset.counted = 'yes';
  const shown = element('span', { class: 'counter', 'aria-hidden': 'true' });
  const count = () => {
    shown.textContent = `${field.value.length} / ${limit}`;
    shown.classList.toggle('is-full', field.value.length >= limit);
  };
  field.after(shown);
  field.addEventListener('input', count);
  count();
}
dress(document);
