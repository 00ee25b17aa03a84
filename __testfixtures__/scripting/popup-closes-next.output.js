'use strict';

function click(e) {
  chrome.tabs.query({active: true, currentWindow: true}, function(tabs) {
    chrome.scripting.executeScript({
      target: {tabId: tabs[0].id},
      func: function(id) {
        document.body.style.backgroundColor=id;
      },
      args: [e.target.id]
    });
    window.close();
  });
}

document.addEventListener('click', click);
