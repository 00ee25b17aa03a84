function send() {
  const input = document.querySelector('input');
  chrome.tabs.executeScript({ code: 'find("' + input.value + '")' });
  input.value = '';
}

document.addEventListener('submit', send);
