var n=0,l=[];chrome.tabs.onCreated.addListener(function(t){n++;l.push(t.id);if(n>3)n=0;else l.pop();return n});chrome.tabs.onActivated.addListener(function(){console.log(n,l.length)})
