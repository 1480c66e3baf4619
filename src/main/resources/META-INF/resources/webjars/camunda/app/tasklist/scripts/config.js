import { chinese, loadTexts } from '../../chuyi.js';

await loadTexts('tasklist');

export default {
  app: { name: chinese ? '任务列表' : 'Tasklist', vendor: chinese ? '楚怡' : 'Chuyi' },
  // Dates follow the language that was loaded last: so there is one only.
  locales: { availableLocales: ['zh', 'en', 'de'], fallbackLocale: chinese ? 'zh' : 'en' },
  dateFormat: { normal: 'LLL', long: 'LLLL' },
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
  // Mends of the form viewer.
  customScripts: ['scripts/chuyi'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: chinese ? '领取当前任务' : 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: chinese ? '转到第一个筛选器' : 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: chinese ? '转到第一个任务' : 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: chinese ? '转到表单的第一项' : 'sets the focus to the first input field in a task form' },
  },
};
