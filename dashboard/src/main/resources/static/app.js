/* Every page works without this file. */
"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector) => document.querySelectorAll(selector);
  const toasts = byId("toasts");
  const complain = () => {
    const line = document.createElement("div");
    line.className = "toast-line tone-bad";
    line.textContent = toasts.dataset.failed;
    toasts.replaceChildren(line);
  };
  const dialog = byId("dialog");
  root.classList.add("js");

  const copy = async (button) => {
    const source = byId(button.dataset.copy);
    const selection = getSelection();
    selection.selectAllChildren(source);
    try {
      await navigator.clipboard.writeText(source.textContent);
      selection.removeAllRanges();
    } catch {
      // Plain http has no clipboard; the text stays selected.
      if (!document.execCommand("copy")) return;
    }
    const label = button.querySelector("span");
    const before = label.textContent;
    label.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => {
      label.textContent = before;
    }, 1600);
  };

  const chooseTheme = (button) => {
    const theme = button.value;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie =
      `omniroute_theme=${theme}; Path=/dashboard; Max-Age=31536000; SameSite=Lax${secure}`;
    root.dataset.theme = theme;
    for (const one of button.form.querySelectorAll("button")) {
      one.setAttribute("aria-pressed", String(one === button));
    }
  };

  document.addEventListener("click", (event) => {
    const on = (selector) => event.target.closest(selector);
    for (const menu of all(".menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    if (on("[data-copy]")) copy(on("[data-copy]"));
    if (on("[data-close]")) on("[data-close]").parentElement.remove();
    if (on("[data-dismiss]") && dialog.open) {
      event.preventDefault();
      dialog.close();
    }
    if (event.target === dialog) dialog.close();
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-theme-form]")) {
      event.preventDefault();
      chooseTheme(event.submitter);
    } else if (form.matches("[data-busy]")) {
      // Later, so that the button's value is still sent.
      setTimeout(() => {
        for (const one of form.querySelectorAll("button")) one.disabled = true;
      });
    }
  });
  addEventListener("pageshow", () => {
    for (const one of all("[data-busy] button")) one.disabled = false;
  });

  const fade = () => {
    for (const line of all('.toast-line[data-lasting="false"]')) {
      setTimeout(() => line.remove(), 6000);
    }
  };
  fade();
  document.querySelector(".mistakes")?.focus();

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target === dialog) dialog.showModal();
  });
  document.addEventListener("htmx:oobAfterSwap", fade);
  for (const failure of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(failure, (event) => {
      // A poll that fails is tried again by itself.
      if (event.detail.requestConfig.verb !== "get") complain();
    });
  }

  let going = 0;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const menu of all(".menu[open]")) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    }
    const typing = event.target.closest("input, select, textarea, dialog");
    if (root.dataset.shortcuts === "off" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && document.querySelector("[data-search]")) {
      event.preventDefault();
      document.querySelector("[data-search]").focus();
    } else if (event.key === "g") {
      going = Date.now();
    } else if (Date.now() - going < 1500) {
      going = 0;
      document.querySelector(`[data-go="${CSS.escape(event.key)}"]`)?.click();
    }
  });
})();
