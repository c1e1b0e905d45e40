// Comes first in one script with conversation.js: what a reader has unfolded stays so when the page is drawn anew, and
// is in its place before anything is scrolled to.
const unfolded = new Map();
const unfold = (fold, open = true) => { unfolded.set(fold.id, open); fold.open = open; };

element.addEventListener('click', (event) => {
  const fold = event.target.closest('summary')?.parentElement;
  if (fold) unfolded.set(fold.id, !fold.open);
});

watch('value', () => {
  // A new conversation numbers its turns anew.
  if (!element.querySelector('.turn')) unfolded.clear();
  for (const [id, open] of unfolded) {
    const fold = document.getElementById(id);
    // What stands alone has no line to unfold it by.
    if (fold && !fold.matches('.alone')) unfold(fold, open);
  }
});
