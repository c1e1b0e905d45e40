// Follows folds.js and conversation.js in one script: an answer that a language model phrases while it is being read.
const ROOM = 72;
const working = () => element.querySelector('.turn[data-state="working"]');
let following = null;
let heard = '';
let place = 0;

document.addEventListener('keydown', (event) => {
  const asking = document.activeElement?.closest('#question');
  if (event.key === 'Escape' && asking && working() && !document.body.classList.contains('source-open')) trigger('stop', {});
});

// Whether the reader is in the documents' own words: with the keyboard, a selection, or by having scrolled to them.
function reads(verbatim) {
  const selection = document.getSelection();
  return verbatim.contains(document.activeElement)
    || (!selection.isCollapsed && verbatim.contains(selection.anchorNode))
    || place < 0;
}

// Speaks the sentences that are new, without their marks; the rest has been heard.
function spoken(phrased) {
  const copy = phrased.querySelector('.text')?.cloneNode(true);
  copy?.querySelectorAll('.mark').forEach((mark) => mark.remove());
  const text = [...(copy?.querySelectorAll('p, li, tr') ?? [])].map((line) => line.textContent.trim()).join('\n');
  if (text === heard) return;
  const more = document.createElement('p');
  more.textContent = text.startsWith(heard) ? text.slice(heard.length) : text;
  heard = text;
  document.getElementById('news')?.append(more);
}

// Rows are kept free below the checked sentences, so that what stands below moves seldom.
function roomFor(phrased) {
  element.style.removeProperty('--room');
  if (phrased?.firstChild) element.style.setProperty('--room', `${Math.ceil((phrased.offsetHeight + 8) / ROOM) * ROOM}px`);
}

// Where the words themselves begin: the line to fold them by comes above them with the first checked sentence.
const wordsAt = () => (following?.querySelector('.text') ?? following)?.getBoundingClientRect().top ?? 0;
const measured = () => { place = wordsAt(); };
addEventListener('scroll', measured, { passive: true });
addEventListener('resize', measured);

watch('value', () => {
  const turn = working();
  const held = following?.isConnected && reads(following);
  // The documents' own words are folded when the model is done: not from under who reads them, and not opened again
  // when they were closed by hand.
  if (held && !turn && unfolded.get(following.id) !== false) unfold(following);
  roomFor(turn?.querySelector('.phrased'));
  document.body.classList.toggle('model-at-work', Boolean(turn));
  if (held) scrollBy({ top: wordsAt() - place, behavior: 'instant' });
  const current = turn ?? following?.closest('.turn');
  if (current) spoken(current.querySelector('.phrased'));
  if (!turn) heard = '';
  following = turn?.querySelector('.verbatim') ?? null;
  measured();
});

// The line that tells of the model stays above the question box, whose height varies.
const asking = document.getElementById('ask');
if (asking) new ResizeObserver(() => element.style.setProperty('--asking', `${asking.offsetHeight}px`)).observe(asking);
