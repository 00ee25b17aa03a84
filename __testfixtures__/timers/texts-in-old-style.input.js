chrome.runtime.onMessage.addListener(function(message) {
  if (message.type === 'remind') {
    setTimeout(function() {
      chrome.tabs.create({ url: message.url });
      console.log(message.url, message.note);
    }, 5 * 60 * 1000);
  }
});
