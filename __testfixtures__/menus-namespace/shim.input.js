browser.menus = browser.menus || {};
browser.menus.getTargetElement = () => document.activeElement;
browser.menus.getTargetElement();
