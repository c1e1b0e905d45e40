// Runs once, when the (empty) result is on the page. A new protocol or comparison is gone to and announced.
let read = '';
watch('value', () => {
  const shown = element.querySelector('article');
  const news = shown?.dataset.announce ?? '';
  if (news === read) { window.finsamScreening?.stay(); return; }
  read = news;
  if (!shown) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  shown.querySelector('h2').focus({ preventScroll: true });
  shown.scrollIntoView({ block: 'start', behavior: calm });
  window.finsamScreening?.told(news);
});
