// A score sheet: the sum while it is filled in (the server's counts), and j, k for the next and the last sheet.
const sheet = document.querySelector('[data-score-total]');
const sum = sheet?.querySelector('[data-score-sum]');

/** In hundredths, so that 0.1 and 0.2 are three tenths. */
function total() {
  return [...sheet.querySelectorAll('.fjs-form-field-number input')]
    .map((input) => Math.round(Number(input.value) * 100))
    .filter(Number.isFinite)
    .reduce((one, other) => one + other, 0);
}

function show() {
  if (!sheet.querySelector('.fjs-form-field-number')) return;
  const text = sheet.dataset.scoreTotal.replace('{0}', (total() / 100).toFixed(2));
  if (sum.textContent !== text) sum.textContent = text;
}

if (sheet) {
  sheet.addEventListener('input', show);
  new MutationObserver(show).observe(sheet, { childList: true, subtree: true, attributeFilter: ['data-ready'], attributes: true });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  document.querySelector(`[data-score-key="${CSS.escape(event.key)}"]`)?.click();
});
