// Materials: choose or drop, checked before sending, progress, cancel, delete. Mount point: components.html, "upload".
// POST url (multipart: requirement, file) → { id, name, size, note, href };  DELETE url/{id};  errors as problem+json.
import { ask, csrfHeaders, element, icon, refreshCsrf, toast } from './app.js';

const LARGEST = 10 * 1024 * 1024;
const size = (bytes) => (bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

class Uploads {
  constructor(root) {
    this.root = root;
    this.set = root.dataset;
    for (const section of root.querySelectorAll('[data-requirement]')) this.prepare(section);
    root.addEventListener('click', (event) => {
      const button = event.target.closest('[data-delete]');
      if (button) this.remove(button.closest('.file'));
    });
  }

  text(name, value) {
    return (this.set[`text${name}`] ?? '').replace('{0}', value ?? '');
  }

  prepare(section) {
    const input = section.querySelector('input[type=file]');
    if (!input) return;
    input.addEventListener('change', () => {
      this.take(section, [...input.files]);
      input.value = '';
    });
    let depth = 0;
    const over = (change) => {
      depth = Math.max(0, depth + change);
      section.classList.toggle('is-over', depth > 0);
    };
    section.addEventListener('dragenter', (event) => {
      event.preventDefault();
      over(1);
    });
    section.addEventListener('dragover', (event) => event.preventDefault());
    section.addEventListener('dragleave', () => over(-1));
    section.addEventListener('drop', (event) => {
      event.preventDefault();
      depth = 0;
      over(0);
      this.take(section, [...event.dataTransfer.files]);
    });
  }

  take(section, files) {
    const list = section.querySelector('[data-files]');
    for (const failed of list.querySelectorAll('.has-problem')) failed.remove();
    for (const file of files) {
      const row = this.row(file.name, size(file.size));
      list.append(row);
      const refusal = this.refusalOf(section, file);
      if (refusal) this.fail(row, refusal);
      else this.send(section, file, row);
    }
  }

  /** What can be known without the server; the server looks at the content and has the last word. */
  refusalOf(section, file) {
    const types = section.dataset.types.split(',');
    const maximum = Number(section.dataset.maximum);
    if (section.querySelectorAll('[data-id], .is-uploading').length >= maximum) return this.text('TooMany', maximum);
    if (file.size === 0) return this.text('Empty');
    if (file.size > LARGEST) return this.text('TooLarge');
    const ending = file.name.split('.').pop().toLowerCase();
    if (!types.includes(ending === 'jpeg' ? 'jpg' : ending)) return this.text('WrongType', types.join(', ').toUpperCase());
    return null;
  }

  row(name, note) {
    return element(
      'li',
      { class: 'file' },
      icon('file-text'),
      element('div', { class: 'file-words' }, element('span', { class: 'file-name', title: name }, name), element('span', { class: 'file-note' }, element('span', { class: 'figure' }, note))),
      element('div', { class: 'file-tools' }),
    );
  }

  send(section, file, row, again = true) {
    const words = row.querySelector('.file-words');
    const note = row.querySelector('.file-note');
    const bar = element('progress', { max: 1, value: 0, 'aria-label': file.name });
    const state = element('span', { class: 'figure' }, this.text('Uploading', 0));
    const request = new XMLHttpRequest();
    const cancel = element('button', { type: 'button', class: 'btn btn-sm', onclick: () => request.abort() }, this.text('Cancel'));
    row.classList.add('is-uploading');
    row.querySelector('.file-tools').replaceChildren(cancel);
    note.append(state);
    words.append(bar);
    const end = () => {
      row.classList.remove('is-uploading');
      bar.remove();
      cancel.remove();
      state.remove();
    };
    request.upload.addEventListener('progress', (event) => {
      if (!event.lengthComputable) return;
      bar.value = event.loaded / event.total;
      state.textContent = event.loaded < event.total ? this.text('Uploading', Math.floor((100 * event.loaded) / event.total)) : this.text('Checking');
    });
    request.addEventListener('load', async () => {
      end();
      const answer = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) this.uploaded(section, row, file, answer);
      else if (request.status === 403 && again && (await refreshCsrf().catch(() => false))) this.send(section, file, row, false);
      else this.fail(row, request.status === 401 ? this.text('SignedOut') : request.status === 413 ? this.text('TooLarge') : answer.detail ?? this.text('Failed'));
    });
    request.addEventListener('error', () => {
      end();
      this.fail(row, this.text('Offline'));
    });
    request.addEventListener('abort', () => {
      row.remove();
      toast(this.text('Cancelled'));
    });
    const body = new FormData();
    body.append('requirement', section.dataset.code);
    body.append('file', file);
    request.open('POST', this.set.url);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    for (const [name, value] of Object.entries(csrfHeaders())) request.setRequestHeader(name, value);
    request.send(body);
  }

  uploaded(section, row, file, { id, name, href, note, size: stored }) {
    row.dataset.id = id;
    const link = element('a', { class: 'file-name', href: href ?? `${this.set.url}/${id}`, title: name ?? file.name }, name ?? file.name);
    row.querySelector('.file-name').replaceWith(link);
    row.querySelector('.file-note').replaceChildren(element('span', { class: 'figure' }, size(stored ?? file.size)), note ? element('span', {}, note) : '');
    row.querySelector('.file-tools').replaceChildren(
      element('button', { type: 'button', class: 'btn btn-sm btn-danger-quiet', 'data-delete': true }, this.text('Delete')),
    );
    section.classList.remove('is-missing');
    this.changed();
  }

  fail(row, message) {
    row.classList.add('has-problem');
    row.querySelector('.file-words').append(element('span', { class: 'file-problem', role: 'alert' }, message));
    row.querySelector('.file-tools').replaceChildren(
      element('button', { type: 'button', class: 'top-button', 'aria-label': this.text('Cancel'), onclick: () => row.remove() }, icon('x')),
    );
  }

  async remove(row) {
    const section = row.closest('[data-requirement]');
    const name = row.querySelector('.file-name').textContent;
    if (!(await ask(this.text('DeleteAsk', name), { yes: this.text('Delete') }))) return;
    const request = () =>
      fetch(`${this.set.url}/${encodeURIComponent(row.dataset.id)}`, {
        method: 'DELETE',
        headers: { Accept: 'application/json, application/problem+json', ...csrfHeaders() },
      });
    try {
      let response = await request();
      if (response.status === 403 && (await refreshCsrf())) response = await request();
      if (!response.ok) throw new Error(parsed(await response.text()).detail ?? this.text('Failed'));
      row.remove();
      section.classList.toggle('is-missing', Boolean(section.querySelector('.requirement-missing')) && !section.querySelector('[data-id]'));
      toast(this.text('Deleted'));
      this.changed();
    } catch (failure) {
      toast(failure instanceof TypeError ? this.text('Offline') : failure.message, { bad: true });
    }
  }

  changed() {
    this.root.dispatchEvent(new CustomEvent('materials-changed', { bubbles: true }));
  }
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

for (const root of document.querySelectorAll('[data-upload]')) new Uploads(root);
