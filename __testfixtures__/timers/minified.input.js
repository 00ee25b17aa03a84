chrome.tabs.onCreated.addListener(t=>{var e=t.title,n=t.url;setTimeout(()=>{console.log(e,n)},6e4)});chrome.tabs.onRemoved.addListener(t=>{console.log(t)})
