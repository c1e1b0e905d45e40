// Runs once, when the conversation is on the page. `trigger`, `watch` and `element` are Gradio's.
const news = (text) => {
  const region = document.getElementById('news');
  if (!region) return;
  region.textContent = '';
  setTimeout(() => region.append(text), 60);
};
const calm = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');
const box = () => document.querySelector('#question textarea');

async function copied(text) {
  if (navigator.clipboard && window.isSecureContext) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* the old way below */ }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'sr-only';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

async function copy(button) {
  const words = button.closest('.conversation').dataset;
  const focused = document.activeElement;
  const done = await copied(button.dataset.text);
  focused?.focus();
  const text = done ? words.copied : words.copyFailed;
  const thanks = button.parentElement.querySelector('.thanks');
  thanks.textContent = text;
  button.classList.toggle('done', done);
}

const acts = {
  ask: (button) => trigger('submit', { question: button.dataset.question }),
  cite: (button) => {
    if (!button.closest('#panel')) window.finsamOpener = button;
    trigger('cite', { turn: button.dataset.turn, list: button.dataset.list, index: button.dataset.index });
  },
  stop: () => trigger('stop', {}),
  sheet: (button) => trigger('sheet', { name: button.dataset.name }),
  verdict: (button) => trigger('judge', { turn: button.dataset.turn, useful: button.dataset.useful }),
  copy,
};

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-act]');
  if (button && acts[button.dataset.act]) acts[button.dataset.act](button);
});

document.addEventListener('submit', (event) => {
  if (event.target.dataset?.act !== 'comment') return;
  event.preventDefault();
  const comment = event.target.elements.comment.value.trim();
  if (comment) trigger('judge', { turn: event.target.dataset.turn, useful: 'no', comment });
});

// After an answer the focus is on it, so that Tab leads to its first source. Whoever simply writes on lands in the box.
document.addEventListener('keydown', (event) => {
  const plain = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain && document.activeElement?.matches('.answer')) box()?.focus();
});

// What Gradio leaves unsaid: what is unfolded, and what a group of boxes is called.
function named() {
  document.querySelectorAll('fieldset').forEach((group, number) => {
    const title = group.querySelector('[data-testid="block-info"]');
    if (!title || group.hasAttribute('aria-labelledby')) return;
    title.id = `group-${number}-${group.id}`;
    group.setAttribute('aria-labelledby', title.id);
  });
  document.querySelectorAll('#filters > button, #paste > button, #register-filters > button').forEach((fold) => {
    const open = String(fold.classList.contains('open'));
    if (fold.getAttribute('aria-expanded') !== open) fold.setAttribute('aria-expanded', open);
  });
}
new MutationObserver(named).observe(document.body, { subtree: true, childList: true, attributeFilter: ['class'] });
named();

let told = '';
watch('value', () => {
  const turns = element.querySelectorAll('.turn');
  document.body.classList.toggle('talking', turns.length > 0);
  const last = turns[turns.length - 1];
  const state = last ? `${last.id} ${last.dataset.state}` : '';
  if (state === told) return;
  const phrased = told === `${last?.id} working`;
  told = state;
  if (!last) return;
  news(last.dataset.announce);
  const here = document.activeElement;
  const nowhere = !here || here === document.body;
  // An answer that has been there to read while a model was at it stays where it is.
  if (!phrased) last.scrollIntoView({ block: 'start', behavior: calm() });
  const follows = phrased ? nowhere : nowhere || here.closest('#ask, #transcript');
  if (last.dataset.state !== 'pending' && follows && !box()?.value) {
    last.querySelector('.answer')?.focus({ preventScroll: true });
  }
});
