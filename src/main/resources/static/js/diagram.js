// A process as its own diagram with the token in place. Mount point: components.html, "diagram".
// data-model: BPMN XML;  data-state: { activities: [{ id, state: 'done'|'active'|'returned'|'busy', note,
//   href: where a click leads, chosen, badges: [{ kind, figure, label }] }], taken: [ids of the flows by which it went] },
//   of which the activities' ids alone are needed
import { element } from './app.js';

const WAYPOINTS = /^bpmn:(SequenceFlow|MessageFlow|Association|DataInputAssociation|DataOutputAssociation)$/;
const STEPS = /^bpmn:(UserTask|ServiceTask|SendTask|ReceiveTask|BusinessRuleTask|CallActivity|SubProcess|ManualTask|StartEvent|EndEvent)$/;

class Diagram {
  constructor(root) {
    this.root = root;
    this.set = root.dataset;
    this.canvas = root.querySelector('[data-diagram-canvas]');
  }

  async open() {
    try {
      const [model, state] = await Promise.all([
        fetch(this.set.model).then((response) => (response.ok ? response.text() : Promise.reject(response.status))),
        this.set.state ? fetch(this.set.state, { headers: { Accept: 'application/json' } }).then((response) => (response.ok ? response.json() : {})) : {},
      ]);
      this.viewer = new BpmnJS({ container: this.canvas });
      await this.viewer.importXML(model);
      this.states = new Map((state.activities ?? []).map((activity) => [activity.id, activity]));
      this.taken = state.taken ?? [];
      this.mark();
      this.follow();
      this.list();
      this.fit();
      this.control();
      this.root.dataset.ready = 'yes';
    } catch (failure) {
      console.error(failure);
      this.canvas.replaceChildren(element('p', { class: 'state-text', role: 'alert' }, this.set.textFailed));
    }
  }

  mark() {
    const canvas = this.viewer.get('canvas');
    const overlays = this.viewer.get('overlays');
    const registry = this.viewer.get('elementRegistry');
    for (const [id, { state, chosen, href, badges }] of this.states) {
      const shape = registry.get(id);
      if (!shape) continue;
      if (state) canvas.addMarker(id, `is-${state}`);
      if (chosen) canvas.addMarker(id, 'is-chosen');
      if (href) canvas.addMarker(id, 'is-link');
      if (badges?.length) overlays.add(id, { position: { top: -13, left: 26 }, html: this.badges(badges) });
      if (state === 'active') overlays.add(id, { position: { top: -9, right: 9 }, html: '<span class="token"></span>' });
    }
    for (const flow of this.taken) if (registry.get(flow)) canvas.addMarker(flow, 'is-taken');
  }

  badges(badges) {
    return element('span', { class: 'diagram-badges' }, ...badges.map(({ kind, figure, label }) => element('span', { class: `is-${kind}`, title: label }, String(figure))));
  }

  /** A click on a step leads to what is there; by keyboard, the list in words does. */
  follow() {
    this.viewer.get('eventBus').on('element.click', ({ element: shape }) => {
      const { href } = this.states.get(shape.labelTarget?.id ?? shape.id) ?? {};
      if (href) location.assign(href);
    });
  }

  /** The same in words, in the order of the diagram from left to right. */
  list() {
    const steps = this.viewer
      .get('elementRegistry')
      .filter((one) => STEPS.test(one.type) && !one.labelTarget && one.businessObject.name)
      .sort((one, other) => one.x - other.x || one.y - other.y);
    this.root.querySelector('[data-diagram-list]').replaceChildren(
      ...steps.map(({ id, businessObject }) => {
        const { state, note, href } = this.states.get(id) ?? {};
        const word = { done: this.set.textDone, active: this.set.textActive, returned: this.set.textReturned }[state];
        return element('li', { class: state ? `is-${state}` : null, 'aria-current': state === 'active' ? 'step' : null }, href ? element('a', { href }, businessObject.name) : businessObject.name, word ? element('span', { class: 'diagram-word' }, ` ${word}`) : '', note ? element('span', { class: 'muted' }, ` ${note}`) : '');
      }),
    );
  }

  /** Everything, unless it would be too small to read: then the token, large enough. */
  fit() {
    const canvas = this.viewer.get('canvas');
    const registry = this.viewer.get('elementRegistry');
    const shapes = registry.filter((one) => one.parent && !WAYPOINTS.test(one.type) && one.width);
    if (!shapes.length) return;
    const left = Math.min(...shapes.map((one) => one.x));
    const top = Math.min(...shapes.map((one) => one.y));
    const right = Math.max(...shapes.map((one) => one.x + one.width));
    const bottom = Math.max(...shapes.map((one) => one.y + one.height));
    const { clientWidth, clientHeight } = this.canvas;
    const margin = 24;
    const all = Math.min((clientWidth - 2 * margin) / (right - left), (clientHeight - 2 * margin) / (bottom - top), 1);
    const active = [...this.states.values()].filter((one) => one.state === 'active' || one.chosen).map((one) => registry.get(one.id)).find(Boolean);
    const scale = active && !this.whole ? Math.max(all, 0.72) : all;
    const middle = scale > all ? { x: active.x + active.width / 2, y: active.y + active.height / 2 } : { x: (left + right) / 2, y: (top + bottom) / 2 };
    const width = clientWidth / scale;
    const height = clientHeight / scale;
    canvas.viewbox({ x: middle.x - width / 2, y: middle.y - height / 2, width, height });
    this.whole = true;
  }

  control() {
    const canvas = this.viewer.get('canvas');
    const zoom = (step) => canvas.zoom(Math.min(3, Math.max(0.15, canvas.zoom() * step)), 'auto');
    const actions = { in: () => zoom(1.25), out: () => zoom(0.8), fit: () => this.fit() };
    for (const button of this.root.querySelectorAll('[data-zoom]')) button.addEventListener('click', actions[button.dataset.zoom]);
    const moves = { ArrowLeft: { dx: 60, dy: 0 }, ArrowRight: { dx: -60, dy: 0 }, ArrowUp: { dx: 0, dy: 60 }, ArrowDown: { dx: 0, dy: -60 } };
    this.canvas.addEventListener('keydown', (event) => {
      if (moves[event.key]) canvas.scroll(moves[event.key]);
      else if (event.key === '+' || event.key === '=') actions.in();
      else if (event.key === '-') actions.out();
      else if (event.key === '0') actions.fit();
      else return;
      event.preventDefault();
    });
    // The page scrolls over the diagram; it zooms with Ctrl, and moves once it has been touched or focused.
    this.canvas.addEventListener('wheel', (event) => event.ctrlKey || event.stopPropagation(), { capture: true });
    new ResizeObserver(() => canvas.resized()).observe(this.canvas);
  }
}

for (const root of document.querySelectorAll('[data-diagram]')) {
  // Drawn when it comes near: a diagram on another tab or further down costs nothing until then.
  const waiting = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      waiting.disconnect();
      new Diagram(root).open();
    },
    { rootMargin: '300px' },
  );
  waiting.observe(root);
}
