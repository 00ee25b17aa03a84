browser.action.setIcon({ path: 'on.svg' });
