// 推荐名单: a row is moved by dragging it, or with Alt and an arrow key; every change is saved at once by the form's own request.
import { toast } from './app.js';

const lists = () => document.getElementById('lists');
let dragged = null;

/** @param position from 1 among the rows above, or below, the line */
function place(number, listed, position) {
  window.htmx.ajax('POST', lists().dataset.url, {
    target: '#lists',
    swap: 'outerHTML',
    values: { place: `${number}|${listed}|${position}`, revision: lists().dataset.revision },
  });
}

const rowsOf = (list) => [...list.querySelectorAll('li[data-number]')];
const unmark = () => {
  for (const marked of document.querySelectorAll('.drop-before, .drop-after')) marked.classList.remove('drop-before', 'drop-after');
};

/** The list under the pointer, where it is of the dragged row's own programme. */
function listUnder(event) {
  const list = event.target.closest?.('[data-rows]');
  return dragged && list && list.closest('[data-ranking]') === dragged.closest('[data-ranking]') ? list : null;
}

/** Where among the others of that list the row would come, from 0. */
function slotIn(list, y) {
  const others = rowsOf(list).filter((row) => row !== dragged);
  const below = others.findIndex((row) => {
    const box = row.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  return { others, at: below < 0 ? others.length : below };
}

document.addEventListener('dragstart', (event) => {
  const row = event.target.closest?.('#place li[data-number]');
  if (!row) return;
  dragged = row;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', row.dataset.number);
  row.classList.add('is-dragged');
});
document.addEventListener('dragover', (event) => {
  const list = listUnder(event);
  if (!list) return;
  event.preventDefault();
  unmark();
  const { others, at } = slotIn(list, event.clientY);
  if (others[at]) others[at].classList.add('drop-before');
  else (others.at(-1) ?? list.querySelector('.ranking-none'))?.classList.add('drop-after');
});
document.addEventListener('drop', (event) => {
  const list = listUnder(event);
  if (!list) return;
  event.preventDefault();
  place(dragged.dataset.number, list.dataset.rows, slotIn(list, event.clientY).at + 1);
});
document.addEventListener('dragend', () => {
  unmark();
  dragged?.classList.remove('is-dragged');
  dragged = null;
});

document.addEventListener('keydown', (event) => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  const row = event.target.closest?.('#place li[data-number]');
  if (!row) return;
  event.preventDefault();
  const button = row.querySelector(event.key === 'ArrowUp' ? '[data-up]' : '[data-down]');
  if (button.disabled) return;
  focused = row.id;
  place(...button.value.split('|'));
});

/* ---------- after a change: the focus stays with the row, and its new place is said ---------- */
let focused = null;
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('#place button[name=place]');
  if (button) focused = button.id;
});
document.addEventListener('htmx:afterSwap', () => {
  const now = lists();
  document.getElementById('said').textContent = now?.dataset.said ?? '';
  if (!focused) return;
  const again = document.getElementById(focused);
  const row = document.getElementById(`row-${focused.replace(/^[a-z]+-/, '')}`);
  (again && !again.disabled ? again : row)?.focus();
  focused = null;
});

/* ---------- a download leaves the page as it is ---------- */
for (const form of document.querySelectorAll('form[data-download]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) {
      toast(document.getElementById('words').dataset.failed, { bad: true });
      return;
    }
    const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = decodeURIComponent(name ?? 'summary.xlsx');
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
}
