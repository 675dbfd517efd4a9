// Follows the server: reloads the page when there is a new version, shows an error over it.
(function () {
  "use strict";
  var own = document.currentScript.dataset.version;
  var place = "hebdo-scroll " + location.pathname;
  var kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    window.scrollTo(0, Number(kept));
  }
  var overlay = null;

  function show(error) {
    hide();
    overlay = document.createElement("dialog");
    var text = document.createElement("pre");
    text.textContent = error;
    overlay.append(text);
    overlay.style.cssText = "max-width:min(100vw - 2rem,60rem);max-height:90vh;overflow:auto;color:#fff;background:#1c1c1c;border:2px solid #e5484d;padding:1rem";
    text.style.cssText = "margin:0;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap";
    document.body.append(overlay);
    overlay.showModal();
  }

  function hide() {
    if (overlay) overlay.remove();
    overlay = null;
  }

  new EventSource("/_hebdo/news").onmessage = function (message) {
    var news = JSON.parse(message.data);
    if (news.error) {
      show(news.error);
    } else if (String(news.version) !== own) {
      sessionStorage.setItem(place, String(window.scrollY));
      location.reload();
    } else {
      hide();
    }
  };
})();
