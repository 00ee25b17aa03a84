var bg = chrome.extension.getBackgroundPage();

$(document).ready(function() {
  $("#size").val(bg.getSize());

  $("#save").click(function() {
    bg.setSize($("#size").val());
    $(".alert").text("Saved.").fadeTo("slow", 1);
  });
});
