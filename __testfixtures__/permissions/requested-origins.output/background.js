document.querySelector('button').onclick = () => {
  chrome.permissions.request({ origins: ['https://a.example/*'] }, console.log);
  chrome.permissions.request({ origins: ['https://mail.b.example/', 'https://c.example/*', 'http://localhost/*'] }, console.log);
  chrome.permissions.request({ permissions: ['downloads'], origins: [location.href] });
  chrome.permissions.contains({ permissions: ['tabs', 'https://a.example/*'] }, console.log);
};
