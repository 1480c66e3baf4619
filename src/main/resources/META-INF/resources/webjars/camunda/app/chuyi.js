// Shared by the configurations of Camunda's web applications.

/** They ask the browser for its language, and compare the first part only: zh, not zh-CN. */
export const chinese = navigator.language.toLowerCase().startsWith('zh');

/**
 * Camunda fetches its texts while it draws already, and what was drawn before they came stays as it is. It looks into its
 * own store first: so they are put there before it begins, the English ones where there is no Chinese.
 */
export async function loadTexts(app) {
  if (!chinese) return;
  try {
    const folder = `${document.querySelector('base').getAttribute('app-root')}/app/${app}/locales/`;
    const texts = (language) => fetch(`${folder}${language}.json`).then((answer) => answer.json());
    const [ours, theirs] = await Promise.all([texts('zh'), texts('en')]);
    const store = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    const labels = { ...theirs.labels, ...ours.labels };
    store[`${folder}_locales_data_zh_${window.bust}`] = JSON.stringify({ ...ours, labels });
    localStorage.setItem('camunda-web', JSON.stringify(store));
  } catch (failure) {
    console.error(failure); // Camunda tries again by itself.
  }
}
