let label = 'Save';

chrome.storage.local.get({ label: 'Save' }, (items) => {
  label = items.label;
});

chrome.contextMenus.create({ id: 'save', title: label });
