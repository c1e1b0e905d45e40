// Runs once, when the (empty) result is on the page. `trigger`, `watch` and `element` are Gradio's.
const events = ['sort', 'more', 'sheet', 'back', 'source', 'save'];
let pressed = '';

const tell = (text) => {
  const region = document.getElementById('news');
  if (!region || !text) return;
  region.textContent = '';
  setTimeout(() => { region.textContent = text; }, 60);
};

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('#register button[data-do]');
  if (!button || !events.includes(button.dataset.do)) return;
  if (button.dataset.do === 'source') window.finsamOpener = button;
  else pressed = button.id;
  trigger(button.dataset.do, { ...button.dataset });
});

// What is shown is drawn anew after each press; whoever pressed stays where they were, or is led to what has opened.
let opened = element.querySelector('.sheet')?.dataset.announce ?? '';
let opener = '';
watch('value', () => {
  const shown = element.querySelector('[data-announce]');
  tell(shown?.dataset.announce);
  const sheet = element.querySelector('.sheet')?.dataset.announce ?? '';
  const here = document.activeElement;
  const lost = !here || here === document.body;
  if (sheet && sheet !== opened) {
    opener = pressed;
    element.querySelector('h2').focus({ preventScroll: true });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    element.scrollIntoView({ block: 'start', behavior: calm });
  } else if (lost) {
    const place = document.getElementById(opened && !sheet ? opener : pressed);
    // A sheet that was opened from another view has none to go back to here.
    (place ?? (opened && !sheet ? document.querySelector('#register-text :is(input, textarea)') : null))?.focus();
  }
  opened = sheet;
});
