function debounce(listener, wait) {
  let timer, started;
  const later = () => {
    const passed = Date.now() - started;
    if (passed < wait) timer = setTimeout(later, wait - passed);
    else listener();
  };
  return () => {
    started = Date.now();
    clearTimeout(timer);
    timer = setTimeout(later, wait);
  };
}

const SETTLE = 500;
let utils = { debounce, SETTLE };

export default utils;
