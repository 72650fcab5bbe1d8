// In the page for frames: tells the page around it how high its content is, now and whenever that changes. The page works
// without it, at the height that its frame has.
(() => {
  if (window.parent === window) return;
  const page = document.documentElement;
  // To anyone ('*'): which sites show the frame is not known here, and a height says nothing about the reader.
  const tell = () => window.parent.postMessage({type: 'cast-toolkit:height', height: Math.ceil(page.getBoundingClientRect().height)}, '*');
  new ResizeObserver(tell).observe(page);
})();
