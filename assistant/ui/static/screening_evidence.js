// Runs once, when the (empty) dialog's place is on the page. `props`, `watch` and `element` are Gradio's.
let opener = '';
let step = '';

function close() {
  if (!props.value) return;
  props.value = '';
  setTimeout(() => document.getElementById(opener)?.focus(), 50);
}

element.addEventListener('click', (event) => {
  if (event.target.closest('[data-close]') || event.target.matches('dialog')) close();
  step = event.target.closest('[data-step]')?.dataset.step ?? '';
});

function inView(text) {
  const mark = text.querySelector('mark, .quoted');
  if (!mark) return;
  text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 4;
}

watch('value', () => {
  const dialog = element.querySelector('dialog');
  if (!dialog || dialog.open) return;
  opener = dialog.dataset.opener;
  dialog.showModal();
  dialog.addEventListener('cancel', (event) => { event.preventDefault(); close(); });
  element.querySelectorAll('.source-text').forEach(inView);
  const wanted = step && dialog.querySelector(`[data-step="${step}"]`);
  (wanted || dialog.querySelector('h2')).focus({ preventScroll: true });
  step = '';
});
