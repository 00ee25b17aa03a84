const pages = ['https://a.example/', 'https://b.example/'];

pages.forEach((url, index) => setTimeout(() => fetch(url), index * 1000));

pages.map((url, index) => {
  setTimeout(() => chrome.tabs.create({ url }), 500 * (index + 1));
});

for (let i = 1; i < 4; i++) {
  setTimeout(() => chrome.tabs.remove(i), i * 200);
}

setTimeout(remind, Math.floor(Math.random() * 10000) + 500);

function remind() {
  chrome.notifications.create({ type: 'basic', title: 'Reminder', message: 'Take a break', iconUrl: 'icon.png' });
}
