browser.runtime.onMessage.addListener((message) => {
  const element = browser.menus.getTargetElement(message.targetElementId);
  element.style.outline = '2px solid';
});
