var ratio = document.getElementById("ratio");
var badge = document.getElementById("badge");

chrome.storage.local.get(["ratio", "badge"], function(items) {
  ratio.value = items.ratio;
  badge.checked = items.badge;
});

function save() {
  chrome.storage.local.set({ ratio: Number(ratio.value), badge: badge.checked });
}
ratio.onchange = save;
badge.onchange = save;

document.getElementById("online").onclick = function() {
  chrome.permissions.request({ permissions: ["bookmarks"], origins: ["https://api.example.org/*"] }, function(granted) {
    if (granted) console.log("thanks");
  });
};
