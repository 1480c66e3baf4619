package org.chuyi.notification.web;

import java.util.List;
import java.util.Optional;
import org.chuyi.notification.PortalPath;
import org.chuyi.notification.UnreadMessages;
import org.chuyi.notification.message.PersonalMessages;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.CurrentActor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class MessagesController {

    static final int PAGE = 30;

    private final PersonalMessages messages;
    private final UnreadMessages unreadMessages;
    private final CurrentActor currentActor;
    private final MessageSource texts;

    MessagesController(
            PersonalMessages messages, UnreadMessages unreadMessages, CurrentActor currentActor, MessageSource texts) {
        this.messages = messages;
        this.unreadMessages = unreadMessages;
        this.currentActor = currentActor;
        this.texts = texts;
    }

    record Tab(String label, String href, Number count, boolean current) {}

    @GetMapping("/messages")
    String list(
            @RequestParam(defaultValue = "false") boolean unread, @RequestParam Optional<Long> before, Model model) {
        var reader = currentActor.get();
        int unreadCount = unreadMessages.count(reader);
        var page = messages.list(reader.account(), unread, before, PAGE, LocaleContextHolder.getLocale());
        model.addAttribute("unreadOnly", unread);
        model.addAttribute("unreadCount", unreadCount);
        model.addAttribute(
                "tabs",
                List.of(
                        new Tab(text("notification.list.all"), "/messages", null, !unread),
                        new Tab(text("notification.list.unread"), "/messages?unread=true", unreadCount, unread)));
        return show(page, before, unread ? "/messages?unread=true" : "/messages", model);
    }

    /** What one message of the list stands for. */
    @GetMapping("/messages/bursts/{id}")
    String burst(@PathVariable long id, @RequestParam Optional<Long> before, Model model) {
        var page = messages.burst(currentActor.get().account(), id, before, PAGE, LocaleContextHolder.getLocale());
        if (page.messages().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("burst", id);
        model.addAttribute("unreadOnly", false);
        model.addAttribute("unreadCount", 0);
        model.addAttribute("tabs", List.of());
        return show(page, before, "/messages/bursts/" + id, model);
    }

    private static String show(PersonalMessages.Page page, Optional<Long> before, String here, Model model) {
        model.addAttribute("messages", page.messages());
        model.addAttribute(
                "newest", page.messages().isEmpty() ? 0 : page.messages().get(0).id());
        model.addAttribute("previousPage", before.isPresent() ? here : null);
        model.addAttribute(
                "nextPage",
                page.next()
                        .map(next -> here + (here.contains("?") ? "&" : "?") + "before=" + next)
                        .orElse(null));
        return "notification/messages";
    }

    /** Reading is all that it changes, so that a link, also in a new window, may do it. */
    @GetMapping("/messages/{id}")
    String open(@PathVariable long id) {
        String link = messages.open(currentActor.get().account(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:" + (PortalPath.isOne(link) ? link : "/messages");
    }

    @PostMapping("/messages/{id}/read")
    String markRead(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean burst,
            @RequestParam(defaultValue = "false") boolean unread) {
        AccountId reader = currentActor.get().account();
        if (burst) {
            messages.markBurstRead(reader, id);
        } else {
            messages.markRead(reader, id);
        }
        return "redirect:/messages" + (unread ? "?unread=true" : "");
    }

    @PostMapping("/messages/read")
    String markAllRead(@RequestParam long newest, RedirectAttributes flash) {
        messages.markAllRead(currentActor.get().account(), newest);
        flash.addFlashAttribute("flash", text("notification.list.marked-all"));
        return "redirect:/messages";
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
