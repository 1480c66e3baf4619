// The task page: says so where the case could not be loaded, and offers another try.
// [data-panel] is loaded by htmx, on "load" and on "retry"; <template id="panel-failed"> has the words.
const panel = document.querySelector('[data-panel]');
const failed = document.getElementById('panel-failed');

function tell(event) {
  if (event.target !== panel) return;
  panel.replaceChildren(failed.content.cloneNode(true));
}
document.addEventListener('htmx:responseError', tell);
document.addEventListener('htmx:sendError', tell);
panel?.addEventListener('click', (event) => {
  if (event.target.closest('[data-panel-retry]')) globalThis.htmx.trigger(panel, 'retry');
});

// On a phone the case and the form stand one below the other: the switch shows which one is on the screen.
const links = [...document.querySelectorAll('.task-switch a')];
const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of links) {
        if (link.hash === `#${entry.target.id}`) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    }
  },
  { rootMargin: '-30% 0px -60% 0px' },
);
for (const link of links) seen.observe(document.querySelector(link.hash));

// n opens the next case of the list, without an opinion on this one.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  if (!document.querySelector('dialog[open]')) document.querySelector('[data-next]')?.click();
});

// Whether the next case opens by itself is this person's habit in this browser.
const auto = document.querySelector('[data-auto-next]');
const form = document.querySelector('[data-form]');
if (auto && form) {
  const habit = `chuyi.autoNext.${document.body.dataset.account ?? ''}`;
  const apply = () => {
    const address = new URL(form.dataset.submit, location.href);
    if (auto.checked) address.searchParams.delete('toList');
    else address.searchParams.set('toList', 'true');
    form.dataset.submit = address.pathname + address.search;
  };
  auto.checked = localStorage.getItem(habit) !== 'no';
  apply();
  auto.addEventListener('change', () => {
    localStorage.setItem(habit, auto.checked ? 'yes' : 'no');
    apply();
  });
}
