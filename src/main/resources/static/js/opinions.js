// 常用意见 above the opinion's field: a list from which a sentence goes into the text where the cursor stands.
import { csrfHeaders, element } from './app.js';

let offered;

const load = () =>
  (offered ??= fetch('/inbox/opinions', { headers: { Accept: 'application/json' } })
    .then((response) => (response.ok ? response.json() : []))
    .catch(() => []));

/** form-js hears of it as if it had been typed. */
function insert(field, text) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const room = field.maxLength > 0 ? field.maxLength - (value.length - (to - from)) : text.length;
  field.focus();
  field.setRangeText(text.slice(0, Math.max(0, room)), from, to, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @param words { choose, manage } in the reader's language */
export async function offerOpinions(field, words) {
  if (field.dataset.opinions) return;
  field.dataset.opinions = 'yes';
  const opinions = await load();
  const manage = element('a', { href: '/account/opinions', class: 'opinion-manage' }, words.manage);
  const bar = element('div', { class: 'opinion-bar' });
  if (opinions.length) {
    const list = element(
      'select',
      { class: 'form-select form-select-sm', 'aria-label': words.choose },
      element('option', { value: '' }, words.choose),
      ...opinions.map(({ id, text }) => element('option', { value: id }, text.length > 60 ? `${text.slice(0, 60)}…` : text)),
    );
    const take = () => {
      const chosen = opinions.find(({ id }) => String(id) === list.value);
      if (!chosen) return;
      insert(field, chosen.text);
      list.value = '';
      fetch(`/inbox/opinions/${chosen.id}/use`, { method: 'POST', headers: csrfHeaders() }).catch(() => {});
    };
    // With the keyboard arrows only look; Enter takes. With the mouse a choice takes.
    let looking = false;
    list.addEventListener('keydown', (event) => {
      looking = event.key.startsWith('Arrow') || event.key.length === 1;
      if (event.key === 'Enter' && list.value) {
        event.preventDefault();
        take();
      }
    });
    list.addEventListener('pointerdown', () => (looking = false));
    list.addEventListener('change', () => looking || take());
    bar.append(list);
  }
  bar.append(manage);
  field.before(bar);
}
