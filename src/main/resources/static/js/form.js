// A form-js form that loses no word: draft saved while typing, conflicts told, the text kept when the line breaks.
// Mount point and texts: components.html, fragment "form". Talks JSON:
//   GET  data-answers → { revision, answers, savedAt, sections }      PUT data-save { revision, answers } → { revision, savedAt, sections }
//   409 → { savedAt, savedBy, revision }                              POST data-submit { revision, answers } → { location }
//   422 → { problems: [{ path, label, message }] }                    sections: [{ id, label, required, filled, problems }]
import { inChinese, speakChineseIn } from './form-words.js';
import { offerOpinions } from './opinions.js';
import { ask, clockTime, countCharacters, csrfHeaders, element, icon, refreshCsrf, toast } from './app.js';

const SAVE_AFTER = 1500;
const LONGEST_WAIT = 60_000;
const json = { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' };

/** partners[2].name of ['partners', 2, 'name'] */
const pathOf = (parts) =>
  parts.reduce((path, part) => (typeof part === 'number' ? `${path}[${part}]` : path ? `${path}.${part}` : part), '');

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

class FormIsland {
  constructor(root) {
    this.root = root;
    this.set = root.dataset;
    this.part = (name) => root.querySelector(`[data-form-${name}]`);
    this.storeKey = `chuyi.draft.${this.set.key || location.pathname}.${document.body.dataset.account ?? ''}`;
    this.revision = Number(this.set.revision ?? 0);
    this.answers = {};
    this.version = 0; // counts changes
    this.kept = 0; // the change that is safe
    this.wait = 2000;
    this.readOnly = this.set.readOnly === 'true';
    this.listening = false;
  }

  text(name, ...values) {
    return (this.set[`text${name}`] ?? name).replace(/\{(\d)\}/g, (_, at) => values[Number(at)] ?? '');
  }

  async open() {
    try {
      const [schema, loaded] = await Promise.all([this.get(this.set.schema), this.set.answers ? this.get(this.set.answers) : {}]);
      this.schema = schema;
      const { answers = {}, revision, savedAt, sections } = loaded ?? {};
      if (revision !== undefined) this.revision = revision;
      this.form = new FormViewer.Form({
        container: this.part('mount'),
        properties: { readOnly: this.readOnly },
        // form-js holds typed text back for 300 ms; a redraw in that time would take it away.
        debounce: false,
      });
      this.speakTheReadersLanguage();
      this.part('loading')?.remove();
      await this.show(answers);
      this.sections = sections ?? this.sectionsOfSchema();
      this.drawSections();
      this.form.on('changed', ({ data }) => this.changed(data));
      this.form.on('formField.blur', () => this.saveNow());
      this.watchThePage();
      if (savedAt) this.say('saved', this.text('Saved', clockTime(savedAt)));
      this.offerKeptText();
      this.root.dataset.ready = 'yes';
    } catch (failure) {
      console.error(failure);
      this.part('loading')?.remove();
      this.part('failed')?.removeAttribute('hidden');
    }
  }

  async get(url) {
    const response = await fetch(url, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response.json();
  }

  async show(answers) {
    this.listening = false;
    await this.form.importSchema(this.schema, answers);
    this.answers = structuredClone(this.form._getState().data);
    this.kept = this.version;
    // form-js validates what is there once after drawing; that is no change of the person's.
    await new Promise((drawn) => setTimeout(drawn, 60));
    this.decorate();
    this.listening = true;
    // What she typed in that time was not listened to.
    this.changed(this.form._getState().data);
  }

  /* ---------- changes and saving ---------- */
  changed(data) {
    requestAnimationFrame(() => this.decorate());
    if (!this.listening || this.readOnly || same(data, this.answers)) return;
    this.answers = structuredClone(data);
    this.version++;
    if (this.stopped) return;
    if (!this.set.save) {
      this.keepHere();
      this.kept = this.version;
      return;
    }
    if (!this.offline) this.say('changed', this.text('Changed'));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), SAVE_AFTER);
  }

  get dirty() {
    return this.version > this.kept;
  }

  saveNow() {
    if (!this.dirty || !this.set.save || this.stopped) return;
    clearTimeout(this.timer);
    // After form-js has taken the last character over.
    this.timer = setTimeout(() => this.save(), 120);
  }

  /** Saves what there is; one request at a time. */
  async save({ leaving = false } = {}) {
    if (!this.dirty || this.stopped || !this.set.save) return true;
    if (this.saving) {
      await this.saving;
      return this.save();
    }
    clearTimeout(this.timer);
    const version = this.version;
    this.say('saving', this.text('Saving'));
    this.saving = this.send(leaving).then((done) => {
      if (done) this.kept = version;
      return done;
    });
    const done = await this.saving;
    this.saving = null;
    if (done && !this.dirty && !this.partly) this.forgetHere();
    return done;
  }

  async send(leaving) {
    let response;
    try {
      response = await fetch(this.set.save, {
        method: 'PUT',
        headers: { ...json, ...csrfHeaders() },
        body: JSON.stringify({ revision: this.revision, answers: this.answers }),
        keepalive: leaving,
      });
    } catch {
      return this.lost();
    }
    if (response.status === 401 || response.status === 403) return this.signedOut(response);
    if (response.status === 409) return this.conflict(await response.json().catch(() => ({})));
    if (response.status >= 500 || response.status === 429) return this.lost();
    if (!response.ok) return this.refused(await response.json().catch(() => ({})));
    const saved = await response.json();
    this.revision = saved.revision;
    this.offline = false;
    this.triedAgain = false;
    this.wait = 2000;
    if (saved.sections) {
      this.sections = saved.sections;
      this.drawSections();
    }
    this.partly = Boolean(saved.refused?.length);
    if (this.partly) {
      this.keepHere();
      this.say('lost', this.text('PartlySaved', saved.refused.map(({ label, path, message }) => `${label || path} ${message}`).join('; ')));
      return true;
    }
    this.say('saved', this.text('Saved', clockTime(saved.savedAt ?? Date.now())));
    return true;
  }

  lost() {
    this.offline = true;
    this.keepHere();
    this.say('lost', this.text('Lost'));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    return false;
  }

  async signedOut(response) {
    this.keepHere();
    // A new session has a new token: with it the same request may well pass.
    if (!this.triedAgain && (await refreshCsrf().catch(() => false))) {
      this.triedAgain = true;
      return this.send(false);
    }
    if (response.status === 403 && this.triedAgain) return this.refused(await response.json().catch(() => ({})));
    const link = element('a', { href: this.set.signIn, target: '_blank', rel: 'noopener' }, this.text('SignIn'));
    this.say('lost', this.text('SignedOut'), link);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.triedAgain = false;
      this.save();
    }, 15_000);
    return false;
  }

  refused(problem) {
    this.keepHere();
    this.say('lost', problem.detail ?? this.text('Refused'));
    if (problem.problems) this.showProblems(problem.problems);
    return false;
  }

  /* ---------- two windows ---------- */
  conflict({ savedAt, savedBy }) {
    this.stopped = true;
    this.keepHere();
    this.say('lost', this.text('Stopped'));
    const bar = this.part('conflict');
    const when = savedAt ? clockTime(savedAt) : '';
    bar.replaceChildren(
      icon('alert-triangle'),
      element(
        'div',
        {},
        element('p', {}, element('strong', {}, this.text('Conflict', savedBy ?? '', when))),
        element('p', {}, this.text('ConflictText')),
        element(
          'div',
          { class: 'form-bar-buttons' },
          element('button', { type: 'button', class: 'btn btn-sm btn-primary', onclick: () => this.sideBySide() }, this.text('SideBySide')),
          element('button', { type: 'button', class: 'btn btn-sm', onclick: () => this.takeOther(true) }, this.text('TakeOther')),
        ),
      ),
    );
    bar.hidden = false;
    bar.scrollIntoView({ block: 'nearest' });
    return false;
  }

  async takeOther(question) {
    if (question && !(await ask(this.text('TakeOtherAsk'), { yes: this.text('TakeOther') }))) return;
    try {
      const other = await this.get(this.set.answers);
      this.revision = other.revision;
      this.stopped = false;
      this.part('conflict').hidden = true;
      await this.show(other.answers);
      this.sections = other.sections ?? this.sections;
      this.drawSections();
      this.forgetHere();
      this.say('saved', this.text('Saved', clockTime(other.savedAt ?? Date.now())));
    } catch {
      toast(this.text('Lost'), { bad: true });
    }
  }

  async sideBySide() {
    const mine = structuredClone(this.answers);
    await this.takeOther(false);
    if (this.stopped) return;
    this.compare(mine, this.text('Mine'), this.text('Theirs'));
  }

  /** A table of what differs between given answers and those in the form now, to copy from. */
  compare(mine, mineTitle, theirsTitle) {
    const rows = [];
    const walk = (one, other, path) => {
      const nested = (value) => value !== null && typeof value === 'object' && !this.isList(value);
      if (nested(one) || nested(other)) {
        for (const key of new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])) {
          const part = Array.isArray(one ?? other) ? Number(key) : key;
          walk(one?.[key], other?.[key], [...path, part]);
        }
      } else if (!same(one, other)) rows.push([path, one, other]);
    };
    walk(mine, this.answers, []);
    const shown = (value) => (value === null || value === undefined || value === '' ? '—' : Array.isArray(value) ? value.join(', ') : String(value));
    const panel = this.part('compare');
    panel.replaceChildren(
      element('h2', { class: 'panel-title' }, this.text('CompareTitle'), element('button', { type: 'button', class: 'btn btn-sm', onclick: () => (panel.hidden = true) }, this.text('Close'))),
      element(
        'table',
        { class: 'list-table' },
        element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, this.text('Field')), element('th', { scope: 'col' }, mineTitle), element('th', { scope: 'col' }, theirsTitle))),
        element(
          'tbody',
          {},
          ...rows.map(([path, one, other]) =>
            element(
              'tr',
              {},
              element('td', { class: 'main' }, this.labelOf(path)),
              element(
                'td',
                { 'data-label': mineTitle },
                element('span', {}, shown(one)),
                ' ',
                element('button', { type: 'button', class: 'btn btn-sm btn-quiet', 'data-copy': one ?? '', 'data-copied': this.text('Copied') }, this.text('Copy')),
              ),
              element('td', { 'data-label': theirsTitle }, shown(other)),
            ),
          ),
        ),
      ),
    );
    panel.hidden = rows.length === 0;
    if (rows.length) panel.scrollIntoView({ block: 'start' });
  }

  isList(value) {
    return Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object');
  }

  /* ---------- kept in this browser while the line is broken ---------- */
  keepHere() {
    const answers = structuredClone(this.answers);
    for (const field of this.fields()) {
      if (field.properties?.sensitive) delete answers[field.key];
    }
    try {
      localStorage.setItem(this.storeKey, JSON.stringify({ answers, at: Date.now(), revision: this.revision }));
    } catch {
      // A full or forbidden store: the text is still in this window.
    }
    if (!this.set.save) this.say('saved', this.text('KeptHere', clockTime(Date.now())));
  }

  forgetHere() {
    try {
      localStorage.removeItem(this.storeKey);
    } catch {
      // nothing was kept
    }
  }

  offerKeptText() {
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem(this.storeKey));
    } catch {
      return;
    }
    if (!kept || this.readOnly) return;
    const merged = { ...this.answers, ...kept.answers };
    if (same(merged, this.answers)) {
      this.forgetHere();
      return;
    }
    const bar = this.part('conflict');
    const done = () => {
      bar.hidden = true;
    };
    const restore = async () => {
      done();
      await this.show(merged);
      this.version++;
      if (this.set.save) this.save();
    };
    const drop = () => {
      done();
      this.forgetHere();
    };
    bar.replaceChildren(
      icon('history'),
      element(
        'div',
        {},
        element('p', {}, element('strong', {}, this.text('Found', new Date(kept.at).toLocaleString(document.documentElement.lang)))),
        element(
          'div',
          { class: 'form-bar-buttons' },
          element('button', { type: 'button', class: 'btn btn-sm btn-primary', onclick: restore }, this.text('Restore')),
          element('button', { type: 'button', class: 'btn btn-sm', onclick: drop }, this.text('Drop')),
        ),
      ),
    );
    bar.hidden = false;
  }

  watchThePage() {
    if (this.readOnly) return;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.save({ leaving: true });
    });
    addEventListener('online', () => this.save());
    addEventListener('focus', () => {
      if (!this.dirty) return;
      this.triedAgain = false;
      this.save();
    });
    addEventListener('beforeunload', (event) => {
      if (!this.dirty || this.leaving) return;
      this.keepHere();
      event.preventDefault();
      event.returnValue = '';
    });
    this.root.addEventListener('materials-changed', () => this.drawSections());
    this.part('submit')?.addEventListener('click', () => this.submit());
    this.part('keep')?.addEventListener('click', async () => {
      clearTimeout(this.timer);
      if (await this.save()) toast(this.part('state').innerText);
    });
  }

  say(state, text, link) {
    const shown = this.part('state');
    if (!shown) return;
    shown.dataset.state = state;
    const icons = { saved: 'cloud-check', saving: 'cloud-upload', changed: 'pencil', lost: 'cloud-off' };
    shown.replaceChildren(icon(icons[state] ?? 'info-circle'), element('span', {}, text), link ? element('span', {}, ' ', link) : '');
  }

  /* ---------- submitting ---------- */
  async submit() {
    if (this.submitting || this.stopped) return;
    const { data, errors } = this.form.submit();
    const problems = this.problemsOf(errors);
    if (problems.length) {
      this.showProblems(problems, false);
      return;
    }
    const button = this.part('submit');
    this.submitting = true;
    button.classList.add('is-working');
    button.setAttribute('aria-disabled', 'true');
    this.idempotencyKey ??= crypto.randomUUID();
    try {
      if (this.saving) await this.saving;
      clearTimeout(this.timer);
      const response = await this.post(data);
      const answer = await response.json().catch(() => ({}));
      if (response.ok) {
        this.leaving = true;
        this.kept = this.version;
        this.forgetHere();
        location.assign(answer.location ?? response.headers.get('Location') ?? (response.redirected ? response.url : this.set.after));
        return;
      }
      // Answered, not accepted: what is sent next is another request.
      this.idempotencyKey = null;
      if (answer.problems?.length) this.showProblems(answer.problems);
      else if (response.status === 409 && answer.savedAt) this.conflict(answer);
      else if (response.status === 401) toast(this.text('SignedOut'), { bad: true });
      else toast(answer.detail ?? this.text('Refused'), { bad: true });
    } catch {
      this.keepHere();
      toast(this.text('SubmitLost'), { bad: true });
    }
    this.submitting = false;
    if (this.dirty && !this.stopped) this.timer = setTimeout(() => this.save(), SAVE_AFTER);
    button.classList.remove('is-working');
    button.removeAttribute('aria-disabled');
  }

  async post(answers) {
    const request = () =>
      fetch(this.set.submit, {
        method: 'POST',
        headers: { ...json, ...csrfHeaders(), 'Idempotency-Key': this.idempotencyKey },
        body: JSON.stringify({ revision: this.revision, answers }),
      });
    const response = await request();
    return response.status === 403 && (await refreshCsrf().catch(() => false)) ? request() : response;
  }

  /* ---------- problems ---------- */
  problemsOf(errors) {
    const problems = [];
    for (const instance of this.instances()) {
      let found = errors[instance.id];
      for (const index of Object.values(instance.indexes ?? {})) found = found?.[index];
      if (Array.isArray(found) && typeof found[0] === 'string') {
        problems.push({ path: pathOf(instance.valuePath), label: this.labelOf(instance.valuePath), message: found[0] });
      }
    }
    return problems;
  }

  showProblems(problems, fromServer = true) {
    if (fromServer) {
      const errors = structuredClone(this.form._getState().errors ?? {});
      for (const { path, message } of problems) {
        const instance = this.instances().find((one) => pathOf(one.valuePath) === path);
        if (!instance) continue;
        const places = [instance.id, ...Object.values(instance.indexes ?? {})];
        let at = errors;
        places.slice(0, -1).forEach((place) => (at = at[place] ??= {}));
        at[places.at(-1)] = [message];
      }
      this.form._setState({ errors });
    }
    const summary = this.part('problems');
    summary.replaceChildren(
      element('h2', {}, this.text('Problems', problems.length)),
      element(
        'ul',
        {},
        ...problems.map(({ path, label, message }) =>
          element(
            'li',
            {},
            path
              ? element('a', { href: '#', onclick: (event) => { event.preventDefault(); this.goTo(path); } }, label || path)
              : null,
            element('span', {}, ` ${message}`),
          ),
        ),
      ),
    );
    summary.hidden = false;
    summary.focus();
    summary.scrollIntoView({ block: 'start' });
  }

  goTo(path) {
    const target = this.elementAt(path);
    if (!target) return;
    target.scrollIntoView({ block: 'center' });
    const field = target.matches('input,textarea,select,button') ? target : target.querySelector('input,textarea,select,button');
    (field ?? target).focus({ preventScroll: true });
  }

  elementAt(path) {
    const instance = this.instances().find((one) => pathOf(one.valuePath) === path);
    if (instance) return this.elementOf(instance);
    const list = this.fields().find((field) => field.path === path);
    return list ? document.getElementById(this.domId(list.id)) : null;
  }

  /* ---------- what form-js knows ---------- */
  instances() {
    return this.form.get('formFieldInstanceRegistry').getAllKeyed();
  }

  fields() {
    return this.form?.get('formFieldRegistry').getAll() ?? [];
  }

  domId(id, indexes = {}) {
    const rows = Object.values(indexes).map((index) => `_${index}`).join('');
    return `fjs-form-${this.form._id}-${id}${rows}`;
  }

  elementOf({ id, indexes }) {
    const exact = document.getElementById(this.domId(id, indexes));
    return exact ?? this.root.querySelector(`[id^="${CSS.escape(this.domId(id, indexes))}-"]`);
  }

  labelOf(path) {
    const wanted = pathOf(path);
    const instance = this.instances().find((one) => pathOf(one.valuePath) === wanted);
    const field = instance
      ? this.form.get('formFieldRegistry').get(instance.id)
      : this.fields().find((one) => one.key === path.at(-1) || one.path === path.at(-1));
    const rows = path.filter((part) => typeof part === 'number').map((row) => `（${row + 1}）`).join('');
    return `${field?.label ?? wanted}${rows}`;
  }

  /* ---------- sections at the side ---------- */
  sectionsOfSchema() {
    return (this.schema.components ?? [])
      .filter((component) => component.type === 'group')
      .map((component) => ({ id: component.id, label: component.label }));
  }

  drawSections() {
    const list = this.part('sections');
    if (!list) return;
    const current = list.querySelector('[aria-current]')?.dataset.section;
    const sections = [...this.sections, ...this.lastSection()];
    list.replaceChildren(
      ...sections.map(({ id, label, required, filled, problems }) => {
        const known = required !== undefined && !this.readOnly;
        const complete = known && filled >= required && !problems;
        const note = !known ? '' : problems ? this.text('SectionProblems', problems) : complete ? this.text('SectionComplete') : `${filled} / ${required}`;
        return element(
          'li',
          {},
          element(
            'a',
            {
              href: `#${this.sectionElement(id)?.id ?? this.domId(id)}`,
              'data-section': id,
              class: !known ? '' : problems ? 'has-problem' : complete ? 'is-complete' : '',
              'aria-current': current === id ? 'true' : null,
              onclick: (event) => {
                event.preventDefault();
                this.sectionElement(id)?.scrollIntoView({ block: 'start' });
              },
            },
            element('span', { class: 'section-name' }, label?.zh ?? label ?? ''),
            element('span', { class: 'section-note figure' }, complete ? icon('check') : '', complete ? element('span', { class: 'visually-hidden' }, note) : note),
          ),
        );
      }),
    );
    const counted = sections.filter((section) => section.required !== undefined);
    const total = counted.reduce((sum, section) => sum + section.required, 0);
    const meter = this.part('meter');
    if (meter && total && !this.readOnly) {
      const filled = counted.reduce((sum, section) => sum + Math.min(section.filled, section.required), 0);
      meter.hidden = false;
      meter.querySelector('progress').value = filled / total;
      meter.querySelector('span').textContent = this.text('Complete', Math.floor((100 * filled) / total));
    }
    this.spy();
  }

  /** A section of the page's own, e.g. the materials: counted by what it requires and what is missing of that. */
  lastSection() {
    const last = this.root.querySelector('.form-main > [data-label]');
    if (!last) return [];
    const required = last.querySelectorAll('[data-required]').length;
    return [{ id: last.id, label: last.dataset.label, required, filled: required - last.querySelectorAll('[data-required].is-missing').length }];
  }

  sectionElement(id) {
    if (this.lastSection().some((last) => last.id === id)) return document.getElementById(id);
    return document.getElementById(this.domId(id))?.closest('.fjs-form-field-group') ?? document.getElementById(this.domId(id));
  }

  spy() {
    this.observer?.disconnect();
    this.observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.filter((entry) => entry.isIntersecting).at(-1);
        if (!seen) return;
        for (const link of this.part('sections').querySelectorAll('a')) {
          if (link.dataset.section === seen.target.dataset.section) link.setAttribute('aria-current', 'true');
          else link.removeAttribute('aria-current');
        }
      },
      { rootMargin: '-15% 0px -75% 0px' },
    );
    for (const { id } of [...this.sections, ...this.lastSection()]) {
      const target = this.sectionElement(id);
      if (!target) continue;
      target.dataset.section = id;
      this.observer.observe(target);
    }
  }

  /* ---------- counters, suggestions, language ---------- */
  decorate() {
    if (this.readOnly) {
      return;
    }
    for (const instance of this.instances()) {
      const field = this.form.get('formFieldRegistry').get(instance.id);
      const target = this.elementOf(instance);
      if (!target) continue;
      if (field.type === 'textarea' && field.validate?.maxLength) countCharacters(target, field.validate.maxLength);
      if (this.set.opinions && field.type === 'textarea' && field.key === 'opinion') {
        offerOpinions(target, { choose: this.text('Opinions'), manage: this.text('OpinionsManage') });
      }
      if (field.properties?.suggest && target.tagName === 'INPUT' && !target.list) this.suggest(target, field.properties.suggest);
    }
  }

  suggest(input, kind) {
    const id = `${input.id}-suggestions`;
    const list = element('datalist', { id });
    this.root.append(list);
    input.setAttribute('list', id);
    input.setAttribute('autocomplete', 'off');
    let timer;
    input.addEventListener('input', () => {
      clearTimeout(timer);
      const asked = input.value.trim();
      if (!asked) return;
      timer = setTimeout(async () => {
        const found = await this.get(`/suggestions/${kind}?q=${encodeURIComponent(asked)}&of=${encodeURIComponent(this.set.key ?? '')}`).catch(() => []);
        list.replaceChildren(
          ...found.map((one) => (typeof one === 'string' ? element('option', { value: one }) : element('option', { value: one.value, label: one.label ?? one.value }, one.label ?? ''))),
        );
      }, 250);
    });
  }

  /** form-js speaks English only. */
  speakTheReadersLanguage() {
    if (document.documentElement.lang.startsWith('en')) return;
    const validator = this.form.get('validator');
    const original = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance, value) => original(instance, value).map(inChinese);
    speakChineseIn(this.part('mount'));
  }
}

for (const root of document.querySelectorAll('[data-form]')) new FormIsland(root).open();
