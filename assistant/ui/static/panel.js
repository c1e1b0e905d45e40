// Runs once, when the (empty) panel is on the page. `props`, `watch` and `element` are Gradio's.
const narrow = matchMedia('(max-width: 1023px)');
let step = '';

function opener() {
  const known = window.finsamOpener;
  return known?.isConnected ? known : document.querySelector('#question textarea');
}

function close() {
  if (!props.value) return;
  props.value = '';
  laidOut();
  opener()?.focus();
}

function laidOut() {
  const open = Boolean(props.value);
  document.body.classList.toggle('source-open', open);
  for (const id of ['top', 'talk', 'register']) {
    const part = document.getElementById(id);
    if (part) part.inert = open && narrow.matches;
  }
}

function markInView() {
  const text = element.querySelector('.source-text');
  const mark = text?.querySelector('mark, .quoted');
  if (!text || !mark) return;
  text.scrollTop = 0;
  if (mark.getBoundingClientRect().bottom < text.getBoundingClientRect().bottom) return;
  text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 4;
}

element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.act === 'close') close();
  step = button?.dataset.step ?? '';
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && props.value) close();
});

narrow.addEventListener('change', () => { if (props.value) laidOut(); });

watch('value', () => {
  laidOut();
  if (!props.value) return;
  markInView();
  const wanted = step && element.querySelector(`[data-step="${step}"]:not([disabled])`);
  (wanted || element.querySelector('h2'))?.focus({ preventScroll: true });
  step = '';
});
