import { speakChineseIn } from '/js/form-words.js';
import { chinese } from '../../chuyi.js';

const seen = new WeakSet();

/** Tasklist draws one form after the other; each brings its own container. */
function translateForms() {
  for (const form of document.querySelectorAll('.fjs-container')) {
    if (seen.has(form)) continue;
    seen.add(form);
    if (chinese) speakChineseIn(form);
  }
}

/**
 * form-js keeps the problem of a row that was taken out, or of a field that is hidden since, until the next submission,
 * and Tasklist disables the button until then: nobody could go on. So it may always be pressed; pressing it looks at the
 * whole form again.
 */
function letItBePressed() {
  const button = document.querySelector('[ng-click="complete()"]');
  if (!button || !document.querySelector('.fjs-container')) return;
  let scope = window.angular.element(button).scope();
  while (scope && !Object.hasOwn(scope, '$invalid')) scope = scope.$parent;
  if (!scope || seen.has(scope)) return;
  seen.add(scope);
  Object.defineProperty(scope, '$invalid', { get: () => false, set: () => {} });
  scope.$applyAsync();
}

new MutationObserver(() => {
  translateForms();
  letItBePressed();
}).observe(document.body, { childList: true, subtree: true });
