onMessage({ title: 'Popup' });
