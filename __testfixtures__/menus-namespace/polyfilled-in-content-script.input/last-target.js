if (!browser.menus) {
  let target = null;
  document.addEventListener('contextmenu', (event) => (target = event.target), true);
  browser.menus = {};
  browser.menus.getTargetElement = () => target;
}
