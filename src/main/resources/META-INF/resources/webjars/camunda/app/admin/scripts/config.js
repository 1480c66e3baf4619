import { chinese, loadTexts } from '../../chuyi.js';

await loadTexts('admin');

export default {
  app: { name: chinese ? '用户与权限' : 'Admin', vendor: chinese ? '楚怡' : 'Chuyi' },
  // Dates follow the language that was loaded last: so there is one only.
  locales: { availableLocales: ['zh', 'en', 'de'], fallbackLocale: chinese ? 'zh' : 'en' },
  dateFormat: { normal: 'LLL', long: 'LLLL' },
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
};
