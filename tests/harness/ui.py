# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 program as a person would.

Finding and reading go through AT-SPI; clicks and keys are X events (xdotool), so that focus,
mnemonics, gestures and shortcuts take part. Nothing sleeps and hopes: what is waited for is
asked again until it is so, and a wait that runs out prints the tree. To be run under
with-display, by a Python that has python3-gi.

Written for GTK 4.8, whose AT-SPI has gaps that are filled here:

- only windows are "showing", and hidden pages stay in the tree with extents of before: see
  on_screen();
- extents are known relative to the window only: see App.point();
- get_text(0, -1) is empty, so the length is given: see text();
- a widget without a name is named for its type, one with a mnemonic "_Save Save", and a list
  row is not named for its labels: see name_of().
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

TIMEOUT = float(os.environ.get("UI_TIMEOUT", "15"))
WRAPPER = shlex.split(os.environ.get("UI_WRAPPER", ""))  # valgrind, say
BUTTON = ("push button", "toggle button", "button")
ENTRY = ("text", "entry")
# What holds labels of its own, which are its name where it has no other.
NAMED_BY_CONTENT = (*BUTTON, "list item", "table row", "table cell", "menu item", "filler", "cell", "row")

Atspi.init()
Atspi.set_timeout(5000, 20000)  # milliseconds for a call, and while a program starts


class UIError(AssertionError):
    """Something did not come to pass."""


def poll(what, func, timeout=None):
    """Calls @func until it returns something true, and returns that."""
    end = time.monotonic() + (TIMEOUT if timeout is None else timeout)
    while True:
        try:
            found = func()
        except GLib.Error:  # the object went away while it was looked at
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise UIError(f"timed out: {what}")
        time.sleep(0.05)


def xdotool(*words, check=True):
    done = subprocess.run(
        ["xdotool", *map(str, words)], check=check, timeout=30, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


# ---- Reading ----------------------------------------------------------------------------


def children(node):
    found = (node.get_child_at_index(i) for i in range(node.get_child_count()))
    return [child for child in found if child]


def states(node):
    return {state.value_nick for state in node.get_state_set().get_states()}


def extents(node):
    """(x, y, width, height) in logical pixels within the window; None where there are none."""
    component = node.get_component_iface()
    if not component:
        return None
    box = component.get_extents(Atspi.CoordType.WINDOW)
    return box.x, box.y, box.width, box.height


def has_area(node):
    box = extents(node)
    return box is not None and box[2] > 0 and box[3] > 0


def text(node):
    """The text of an entry, a text view or a label."""
    iface = node.get_text_iface()
    found = Atspi.Text.get_text(iface, 0, Atspi.Text.get_character_count(iface)) if iface else ""
    return found or (node.get_name() or "" if node.get_role_name() in ("label", "static") else "")


def name_of(node):
    """The name that a user hears: that of the widget, else the labels inside it."""
    name = node.get_name() or ""
    if re.fullmatch(r"(Gtk|Adw|Gdk|Outlay)[A-Z]\w+", name):
        name = ""
    for i in range(len(name) // 2, len(name) // 2 + 2):  # "with mnemonic", space, "without"
        if name[i:i + 1] == " " and name[:i].replace("_", "", 1) == name[i + 1:]:
            name = name[i + 1:]
            break
    if not name and node.get_role_name() in NAMED_BY_CONTENT:
        labels = (child.get_name() for child in walk(node) if child.get_role_name() in ("label", "static"))
        name = " ".join(label for label in labels if label)
    return name


def walk(node, top=None, depth=0):
    """All below @node, depth first; of a long list the rows that are scrolled into view. With
    @top, the window, pages of stacks are left out while another one is shown."""
    below = children(node) if depth < 60 else []
    if len(below) > 40:
        _, upper, _, height = extents(node)
        boxes = [(child, extents(child)) for child in below]
        below = [
            child for child, box in boxes
            if box is None or (box[1] + box[3] > upper and box[1] < upper + height)]
    for child in below:
        if top is not None and is_hidden_page(child, top):
            continue
        yield child
        yield from walk(child, top, depth + 1)


def is_hidden_page(node, top):
    """Whether @node is a page of a stack (it alone has no extents) that is not shown."""
    if node.get_component_iface() or node.get_role_name() != "panel":
        return False
    return not any(has_area(child) and is_picked(child, top) for child in children(node))


def is_picked(node, top):
    """Whether a pick somewhere in @node meets it, or what is inside it or around it."""
    left, upper, width, height = extents(node)
    component, met = top.get_component_iface(), False
    for across, down in ((0.5, 0.5), (0.02, 0.1), (0.98, 0.9), (0.1, 0.5), (0.9, 0.5)):
        hit = component.get_accessible_at_point(
            left + int(width * across), upper + int(height * down), Atspi.CoordType.WINDOW)
        if hit is not None:
            met = True
            if is_inside(hit, node) or is_inside(node, hit):
                return True
    return not met  # the text of an entry is no object; elsewhere a pick meets at least a panel


def dump(node, out=None, top=None, depth=0):
    """Prints what is shown of the tree, for whoever has to find out."""
    odd = states(node) - {"sensitive", "visible", "horizontal", "vertical", "enabled"}
    written = repr(text(node)) if node.get_editable_text_iface() else ""
    print("  " * depth + node.get_role_name(), repr(name_of(node)), extents(node) or "",
          ",".join(sorted(odd)), written, file=out or sys.stderr)
    for child in children(node)[:30]:
        frame = top or (child if depth == 0 and node.get_role_name() == "application" else None)
        if frame is None or not is_hidden_page(child, frame):
            dump(child, out, frame, depth + 1)


def is_inside(node, outer):
    """Whether @node is @outer or below it."""
    while node:
        if node == outer:
            return True
        node = node.get_parent()
    return False


# ---- Driving ----------------------------------------------------------------------------


class App:
    """A program that runs: `with App(["outlay"], "io.github.outlay.Outlay", log) as app:`"""

    def __init__(self, command, app_id, log, env=None):
        env = {**os.environ, **(env or {})}
        self.app_id = app_id
        self.scale = int(env.get("GDK_SCALE", "1"))
        self.log = pathlib.Path(log)
        with self.log.open("w", encoding="utf-8") as out:
            self.process = subprocess.Popen(
                [*WRAPPER, *map(str, command)], env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        try:
            self.root = poll("the program among the accessible ones", self._find_root, 2 * TIMEOUT)
            self.window = poll("a window on the screen", self._find_window)
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def quit(self):
        """Asks the program to end, and returns its exit status. Leaks are looked for only then."""
        try:
            self.action("app.quit")
        except GLib.Error:  # it may be gone before it has answered
            pass
        return self.process.wait(2 * TIMEOUT)

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def _find_root(self):
        if self.process.poll() is not None:
            raise UIError(f"the program ended with {self.process.returncode}")
        for program in children(Atspi.get_desktop(0)):
            if program.get_process_id() == self.process.pid and program.get_child_count():
                return program
        return None

    def x_windows(self):
        """Ids of the mapped windows; GTK makes tiny helpers too, which are left out."""
        found = xdotool("search", "--onlyvisible", "--pid", self.process.pid, check=False).split()
        return [window for window in found if self.geometry(window)[2] > 10]

    def _find_window(self):
        sizes = [(self.geometry(window), window) for window in self.x_windows()]
        return max(((box[2] * box[3], window) for box, window in sizes), default=(0, None))[1]

    def geometry(self, window=None):
        """(x, y, width, height) of an X window, in device pixels; zeroes once it is gone."""
        lines = xdotool("getwindowgeometry", "--shell", window or self.window, check=False).splitlines()
        values = dict(line.split("=") for line in lines)
        return tuple(int(values.get(key, 0)) for key in ("X", "Y", "WIDTH", "HEIGHT"))

    def resize(self, width, height):
        """Of the window's content, in logical pixels."""
        _, _, inner_width, inner_height = extents(children(self.root)[0])
        _, _, outer_width, outer_height = self.geometry()
        xdotool("windowsize", self.window, width * self.scale + outer_width - inner_width * self.scale,
                height * self.scale + outer_height - inner_height * self.scale)
        poll(f"a window {width} wide", lambda: extents(children(self.root)[0])[2] == width)

    # ---- Finding ----

    def frames(self):
        return children(self.root)

    def _top(self, node):
        while node and node.get_parent() != self.root:
            node = node.get_parent()
        return node

    def on_screen(self, node):
        """Whether it is really drawn: it has an area, and a pick in it meets it or its kin."""
        if not has_area(node):
            return False
        seen = states(node)
        if "focused" in seen or ("showing" in seen and self._top(node) != node):
            return True
        top = self._top(node)
        return top is not None and (top == node or is_picked(node, top))

    def find_all(self, role=None, name=None, root=None, shown=True):
        """By role (one or several) and name (a string or a compiled pattern)."""
        roles = (role,) if isinstance(role, str) else role
        found = []
        for top in [root] if root else self.frames():
            frame = self._top(top) if shown else None
            for node in (top, *walk(top, frame)):
                if roles and node.get_role_name() not in roles:
                    continue
                if name is not None and not matches(name, name_of(node)):
                    continue
                if not shown or self.on_screen(node):
                    found.append(node)
        return found

    def wait_for(self, role=None, name=None, root=None, shown=True, timeout=None):
        """The first match, as soon as there is one."""
        try:
            return poll(f"{role} {name!r}",
                        lambda: next(iter(self.find_all(role, name, root, shown)), None), timeout)
        except UIError:
            dump(self.root)
            raise

    def wait_gone(self, role=None, name=None, timeout=None):
        poll(f"gone: {role} {name!r}", lambda: not self.find_all(role, name), timeout)

    def wait_dialog(self, title=None):
        """A window besides the first one, by its title."""
        def find():
            found = [frame for frame in self.frames()[1:] if has_area(frame)]
            return next((f for f in found if title is None or matches(title, f.get_name() or "")), None)

        try:
            return poll(f"a dialog {title!r}", find)
        except UIError:
            dump(self.root)
            raise

    def wait_frames(self, count):
        """Until so many windows are open."""
        poll(f"{count} windows", lambda: len([f for f in self.frames() if has_area(f)]) == count)

    # ---- Acting ----

    def point(self, node, across=0.5, down=0.5):
        """A spot of @node on the screen. AT-SPI counts from inside the frame that GTK draws, which
        is as wide on each side as half of what the X window has more than the content; newer GTK
        is off by twice the negative origin of that frame."""
        top = self._top(node)
        left, upper, width, height = extents(top)
        name = top.get_name()

        def distance(window):
            box = self.geometry(window)
            other = 0 if xdotool("getwindowname", window, check=False) == name else 500
            return abs(box[2] - width * self.scale) + abs(box[3] - height * self.scale) + other

        x, y, outer_width, outer_height = self.geometry(min(self.x_windows(), key=distance))
        box = extents(node)
        return (
            round(x + (outer_width - width * self.scale) / 2
                  + (box[0] - 2 * left + box[2] * across) * self.scale),
            round(y + (outer_height - height * self.scale) / 2
                  + (box[1] - 2 * upper + box[3] * down) * self.scale))

    def click(self, node, button=1, repeat=1):
        """With the mouse, in the middle of @node."""
        x, y = self.point(node)
        xdotool("mousemove", x, y)
        time.sleep(0.05)  # GTK is to see the motion before the press
        xdotool("click", "--repeat", repeat, "--delay", 40, button)

    def press(self, node, action=None):
        """By an action of AT-SPI, as a screen reader does: needs no pointer, works when covered."""
        iface = node.get_action_iface()
        names = [Atspi.Action.get_action_name(iface, i) for i in range(iface.get_n_actions())] if iface else []
        if not names or (action and action not in names):
            raise UIError(f"no action {action} among {names} of {name_of(node)!r}")
        iface.do_action(names.index(action) if action else 0)

    def key(self, *keys):
        xdotool("key", "--clearmodifiers", "--delay", 20, *keys)

    def type(self, words, into=None, clear=False):
        """With the keyboard; @into is clicked first, and emptied if @clear."""
        if into is not None:
            self.click(into)
            time.sleep(0.1)
        if clear:
            self.key("ctrl+a", "BackSpace")
        xdotool("type", "--delay", 15, "--", words)

    def focused(self):
        """What has the keyboard; None if AT-SPI does not say."""
        for frame in reversed(self.frames()):
            for node in walk(frame, frame):
                if "focused" in states(node):
                    return node
        return None

    def focused_besides(self, last):
        """What has the keyboard, None while it is still @last."""
        node = self.focused()
        return node if node != last else None

    def wait_focus(self, role, name):
        """Until what has the keyboard is such a thing; returns it."""
        def find():
            node = self.focused()
            well = node is not None and node.get_role_name() in ((role,) if isinstance(role, str) else role)
            return node if well and matches(name, name_of(node)) else None

        return poll(f"focus on {role} {name!r}", find)

    def tab_to(self, role, name, most=60):
        """Presses Tab until such a thing has the keyboard; returns it."""
        now = self.focused()
        for _ in range(most):
            if now is not None and now.get_role_name() == role and matches(name, name_of(now)):
                return now
            self.key("Tab")
            now = poll("the focus moves", lambda last=now: self.focused_besides(last))
        raise UIError(f"Tab does not come to {role} {name!r}")

    def action(self, name, *parameters, window=1):
        """Activates an exported action over D-Bus, "app.x" or "win.x"; parameters are GVariants."""
        scope, action = name.split(".", 1)
        path = "/" + self.app_id.replace(".", "/").replace("-", "_")
        if scope == "win":
            path += f"/window/{window}"
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            self.app_id, path, "org.gtk.Actions", "Activate",
            GLib.Variant("(sava{sv})", (action, list(parameters), {})), None, 0, 10000)

    def shot(self, path, window=None):
        """A picture of the window, or of "root", the screen."""
        tool = pathlib.Path(__file__).resolve().parent / "shot"
        subprocess.run([tool, path, window or self.window], check=True, timeout=60)


def matches(wanted, name):
    return bool(wanted.search(name)) if hasattr(wanted, "search") else name == wanted
