// The few words of form-js, which speaks English only, exchanged where they appear. For the portal's forms and, by
// tasklist/scripts/chuyi.js, for those in Camunda's Tasklist.
const PROBLEMS = [
  [/^Field is required\.$/, '请填写此项'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1'],
  [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字'],
  [/^Field must have maximum length of (.+)\.$/, '不能超过 $1 个字'],
  [/^Field must match pattern .*$/, '格式不正确'],
  [/^Field must be a valid email\.$/, '请填写正确的电子邮箱地址'],
  [/^Field must be a valid {1,2}international phone number\..*$/, '请填写正确的电话号码'],
  [/^Value is not a number\.?$/, '请填写数字'],
];

/** A problem that form-js found, in Chinese. */
export const inChinese = (message) => {
  const known = PROBLEMS.find(([pattern]) => pattern.test(message));
  return known ? message.replace(known[0], known[1]) : message;
};

const UI = {
  'Add new': '添加一行', Collapse: '收起', Search: '搜索', Select: '请选择', 'Nothing to show.': '暂无内容',
  'No results': '没有匹配项', 'All values selected': '已全部选择', 'mm/dd/yyyy': '年/月/日', 'yyyy/mm/dd': '年/月/日', Today: '今天',
};

function translateTree(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const known = UI[node.data.trim()] ?? (node.parentElement?.closest('.fjs-form-field-error') ? inChinese(node.data) : undefined);
    const more = node.data.match(/^Expand all \((\d+)\)$/);
    if (known && known !== node.data) node.data = known;
    else if (more) node.data = `展开全部（${more[1]}）`;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const marked of [node, ...node.querySelectorAll('[placeholder],[aria-label],[title]')]) {
    for (const name of ['placeholder', 'aria-label', 'title']) {
      const value = marked.getAttribute(name);
      if (!value) continue;
      const row = value.match(/^Remove list item (\d+)$/);
      if (row) marked.setAttribute(name, `删除第 ${row[1]} 行`);
      else if (UI[value]) marked.setAttribute(name, UI[value]);
    }
  }
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) translateTree(walker.currentNode);
}

/** Everything of form-js below that element, now and later. */
export function speakChineseIn(root) {
  translateTree(root);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') translateTree(change.target);
      for (const node of change.addedNodes) translateTree(node);
    }
  }).observe(root, { childList: true, characterData: true, subtree: true });
}
