// The reviewer's desk without a mouse. List: j k Enter x in <table class="list-table" data-desk>. Task page: Ctrl+Enter
// presses [data-form-submit] or the first .btn-hand; text of <form data-keep="key"> is kept in this browser until it is sent.
import { toast } from './app.js';

const typing = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
const table = document.querySelector('[data-desk]');
const rows = () => [...(table?.querySelectorAll('tbody tr') ?? [])].filter((row) => row.querySelector('.row-link'));
let at = -1;

function select(place) {
  const all = rows();
  if (!all.length) return;
  at = Math.max(0, Math.min(all.length - 1, place));
  for (const row of all) row.classList.toggle('is-selected', row === all[at]);
  all[at].querySelector('.row-link').focus({ preventScroll: true });
  all[at].scrollIntoView({ block: 'nearest' });
}

const keys = {
  j: () => select(at + 1),
  k: () => select(at - 1),
  ArrowDown: () => at >= 0 && select(at + 1),
  ArrowUp: () => at >= 0 && select(at - 1),
  x: () => rows()[at]?.querySelector('input[type=checkbox]')?.click(),
};

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
    const button = document.querySelector('[data-form-submit]') ?? document.querySelector('main .btn-hand');
    if (button) {
      event.preventDefault();
      event.target.blur?.();
      // form-js takes a text over when its field is left
      setTimeout(() => button.click(), 150);
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
  if (!table || !keys[event.key]) return;
  if (event.key.startsWith('Arrow') && at < 0) return;
  event.preventDefault();
  keys[event.key]();
});
table?.addEventListener('focusin', (event) => {
  const row = event.target.closest('tr');
  const place = rows().indexOf(row);
  if (place < 0) return;
  at = place;
  for (const one of rows()) one.classList.toggle('is-selected', one === row);
});

/* ---------- ticked rows: the count and the buttons that need some ---------- */
function tally() {
  const ticked = table?.querySelectorAll('tbody input[type=checkbox]:checked').length ?? 0;
  const count = document.querySelector('[data-ticked]');
  if (count) count.textContent = String(ticked);
  for (const button of document.querySelectorAll('[data-needs-ticked]')) button.disabled = ticked === 0;
}
table?.addEventListener('change', (event) => {
  if (event.target.matches('[data-tick-all]')) {
    for (const box of table.querySelectorAll('tbody input[type=checkbox]:not(:disabled)')) box.checked = event.target.checked;
  }
  tally();
});
table?.addEventListener('htmx:afterSwap', tally);
if (table) tally();

/* ---------- an opinion that is being written is not lost ---------- */
for (const form of document.querySelectorAll('form[data-keep]')) {
  const key = `chuyi.opinion.${form.dataset.keep}.${document.body.dataset.account ?? ''}`;
  const fields = () => [...form.elements].filter((field) => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type));
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (kept) {
      for (const field of fields()) {
        if (!(field.name in kept)) continue;
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = kept[field.name].includes(field.value);
        else if (!field.value) field.value = kept[field.name][0] ?? '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (form.dataset.kept) toast(form.dataset.kept);
    }
  } catch {
    localStorage.removeItem(key);
  }
  let timer;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const kept = {};
      for (const field of fields()) {
        kept[field.name] ??= [];
        if (field.type === 'radio' || field.type === 'checkbox') {
          if (field.checked) kept[field.name].push(field.value);
        } else kept[field.name].push(field.value);
      }
      localStorage.setItem(key, JSON.stringify(kept));
    }, 400);
  });
  form.addEventListener('submit', () => localStorage.removeItem(key));
}
