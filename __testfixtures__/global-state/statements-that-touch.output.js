var n=0,l=[];
var stateRestored = chrome.storage.session.get({n: n, l: l}).then(function(saved) {
  n = saved.n
  l = saved.l
}).catch(console.error)
chrome.tabs.onCreated.addListener(async function(t){await stateRestored; n++;l.push(t.id); chrome.storage.session.set({n: n, l: l});if(n>3){
  n=0;
  chrome.storage.session.set({n: n})
}else {
  l.pop();
  chrome.storage.session.set({l: l})
}return n});chrome.tabs.onActivated.addListener(async function(){
  await stateRestored
  console.log(n,l.length)
})
