browser.action.setTitle({ title: 'Reader' });
