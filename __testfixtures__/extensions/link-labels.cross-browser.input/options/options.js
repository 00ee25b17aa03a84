const label = document.getElementById('label');

chrome.storage.sync.get({ label: '>' }, (items) => {
	label.value = items.label;
});
label.addEventListener('change', () => chrome.storage.sync.set({ label: label.value }));
