// Runs once, when the (empty) list of drafts is on the page. `trigger`, `watch` and `element` are Gradio's.
const events = ['look', 'choose', 'choose_all', 'move', 'order', 'compare', 'clear', 'show', 'save'];
let pressed = '';

const told = (text) => {
  const region = document.getElementById('news');
  if (!region || !text) return;
  region.textContent = '';
  setTimeout(() => { region.textContent = text; }, 60);
};

// The parts are drawn anew after each press; whoever pressed stays where they were.
const stay = () => {
  if (pressed && (!document.activeElement || document.activeElement === document.body)) {
    document.getElementById(pressed)?.focus({ preventScroll: true });
  }
};
window.finsamScreening = { told, stay };

const send = (control, more) => {
  const what = control.dataset.do;
  if (!events.includes(what)) return;
  pressed = control.id;
  trigger(what, { ...control.dataset, ...more });
};

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('#screening button[data-do]');
  if (button) send(button);
});

document.addEventListener('change', (event) => {
  const box = event.target.closest?.('#screening input[data-do]');
  if (box) send(box, { checked: box.checked });
});

let last = '';
watch('value', () => {
  stay();
  const news = element.querySelector('.pile')?.dataset.announce ?? '';
  if (news !== last) told(news);
  last = news;
});
