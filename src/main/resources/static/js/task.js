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
