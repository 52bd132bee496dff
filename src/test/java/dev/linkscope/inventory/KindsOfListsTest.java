package dev.linkscope.inventory;

import static dev.linkscope.inventory.Lists.failures;
import static dev.linkscope.inventory.Lists.notes;
import static dev.linkscope.inventory.Lists.printers;
import static dev.linkscope.inventory.Lists.read;
import static dev.linkscope.inventory.Lists.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.PrinterListReader.Kind;
import dev.linkscope.engine.port.PrinterListReader.PrinterList;
import org.junit.jupiter.api.Test;

/** Lists that other programs keep. */
class KindsOfListsTest {
    @Test
    void linkscopesOwnSettingsAndReportsAreLists() throws Exception {
        PrinterList settings =
                read(
                        """
                        {"version": 1, "printers": [
                          {"id": "x", "name": "A", "group": "Room", "tags": ["t"],
                           "target": {"type": "ssh", "host": "a.local", "port": 2222,
                                      "user": "pi", "identityFile": null},
                           "server": "https://obico.example", "snapshot": null,
                           "octoprint": "http://a.local:5000"},
                          {"name": "B", "target": {"type": "octoprint", "url": "http://b.local"}},
                          {"name": "C", "target": {"type": "local"}}]}
                        """);
        assertThat(settings.kind()).isEqualTo(Kind.JSON);
        assertThat(targets(settings)).containsExactly("pi@a.local:2222", "http://b.local", "local");
        Printer first = printers(settings).findFirst().orElseThrow();
        assertThat(first.labels().tags()).containsExactly("t");
        assertThat(first.server().value()).isEqualTo("https://obico.example");
        assertThat(first.octoprint()).isNotNull();

        assertThat(
                        targets(
                                read(
                                        "{\"schemaVersion\":1,\"printers\":[{\"target\":\"pi@r.local\"}]}")))
                .containsExactly("pi@r.local");
        assertThat(targets(read("[\"a.local\", \"b.local\", 3, null]")))
                .containsExactly("a.local", "b.local", "3");
    }

    @Test
    void sshConfigurationGivesItsHostsAndRunsNothing() throws Exception {
        PrinterList list =
                read(
                        """
                        # farm
                        Include ~/.ssh/other
                        Host pi-* !pi-9
                            User pi
                            IdentityFile ~/.ssh/farm
                        Host pi-1
                            HostName 192.168.1.11
                        Host=pi-2 pi-9
                            Port 2222
                        Host far
                            HostName far.lan
                            ProxyJump gate
                        Match exec "touch /tmp/owned"
                            User root
                        Host *
                            ProxyCommand evil %h
                            User other
                        """);
        assertThat(list.kind()).isEqualTo(Kind.SSH_CONFIG);
        assertThat(targets(list))
                .containsExactly("pi@192.168.1.11", "pi@pi-2:2222", "other@pi-9:2222", "other@far");
        assertThat(printers(list).map(Printer::name)).contains("pi-1", "far");
        assertThat(printers(list).findFirst().orElseThrow().target())
                .isEqualTo(new Target.Ssh("192.168.1.11", null, "pi", "~/.ssh/farm"));
        assertThat(notes(list))
                .containsExactlyInAnyOrder(
                        "list.note.include",
                        "list.note.match",
                        "list.note.proxy_command",
                        "list.note.jump");
    }

    @Test
    void ansibleIniHasGroupsRangesAndNoPasswords() throws Exception {
        PrinterList list =
                read(
                        """
                        lone.local ansible_user=ubuntu  # a comment
                        [upstairs]
                        pi[01:03].local
                        box ansible_host=10.0.0.9 ansible_port=2222 ansible_password="s3 cret"
                        [cellar]
                        cellar-[a:b]:2200
                        box
                        [cellar:vars]
                        ansible_user=cellarman
                        [farm:children]
                        upstairs
                        cellar
                        [farm:vars]
                        ansible_user=pi
                        ansible_become_pass=hunter2
                        ansible_ssh_private_key_file=~/.ssh/{{ key }}
                        """);
        assertThat(list.kind()).isEqualTo(Kind.ANSIBLE);
        assertThat(targets(list))
                .containsExactly(
                        "ubuntu@lone.local",
                        "pi@pi01.local",
                        "pi@pi02.local",
                        "pi@pi03.local",
                        "cellarman@10.0.0.9:2222",
                        "cellarman@cellar-a:2200",
                        "cellarman@cellar-b:2200");
        Printer box = printers(list).skip(4).findFirst().orElseThrow();
        assertThat(box.labels().group()).isEqualTo("upstairs");
        assertThat(box.labels().tags()).containsExactly("cellar");
        assertThat(box.name()).isEqualTo("box");
        assertThat(list.toString()).doesNotContain("s3 cret", "hunter2");
        assertThat(notes(list)).contains("list.note.passwords", "list.note.templates");
    }

    @Test
    void ansibleYamlAndItsJsonSayTheSame() throws Exception {
        PrinterList yaml =
                read(
                        """
                        ---
                        all:
                          vars:
                            ansible_user: pi
                            ansible_password: !vault |
                              $ANSIBLE_VAULT;1.1;AES256
                              6638
                          children:
                            rack1:
                              hosts:
                                pi[1:2].local:
                                box:
                                  ansible_host: 10.0.0.9
                                  ansible_port: 2222
                        """);
        PrinterList json =
                read(
                        """
                        {"_meta": {"hostvars": {
                            "pi1.local": {"ansible_user": "pi", "ansible_ssh_pass": "no"},
                            "pi2.local": {"ansible_user": "pi"},
                            "box": {"ansible_user": "pi", "ansible_host": "10.0.0.9",
                                    "ansible_port": 2222}}},
                         "all": {"children": ["ungrouped", "rack1"]},
                         "rack1": {"hosts": ["pi1.local", "pi2.local", "box"]}}
                        """);
        assertThat(yaml.kind()).isEqualTo(Kind.ANSIBLE);
        assertThat(targets(yaml))
                .containsExactly("pi@pi1.local", "pi@pi2.local", "pi@10.0.0.9:2222");
        assertThat(json.entries()).isEqualTo(yaml.entries());
        assertThat(notes(yaml)).containsExactly("list.note.passwords");
        assertThat(printers(yaml).map(printer -> printer.labels().group())).containsOnly("rack1");
    }

    @Test
    void fdmMonsterExportGivesFloorsAndTagsAndNoKeys() throws Exception {
        PrinterList list =
                read(
                        """
                        version: 2.0.1
                        exportedAt: 2026-01-07T09:05:16.667Z
                        config:
                          exportPrinters: true
                        printers:
                          - id: 1
                            enabled: true
                            printerType: 0
                            name: Kitchen
                            printerURL: http://kitchen.local:5000/
                            apiKey: ABCDEFSECRET
                          - id: 2
                            printerType: 1
                            name: Voron
                            printerURL: https://voron.lan
                            apiKey: ''
                          - id: 3
                            printerType: 3
                            name: Bambu
                            printerURL: http://10.0.0.77
                          - id: 644eb6d8c549c7e24e153b6a
                            settingsAppearance:
                              name: Old one
                            printerURL: old.lan
                        floors:
                          - id: 1
                            name: Cellar
                            printers:
                              - printerId: 1
                                x: 0
                                'y': 0
                              - printerId: 644eb6d8c549c7e24e153b6a
                        tags:
                          - name: Rack2
                            id: 2
                            printers:
                              - printerId: 1
                        users:
                          - passwordHash: $2b$10$x
                        """);
        assertThat(list.kind()).isEqualTo(Kind.FDM_MONSTER);
        assertThat(targets(list)).containsExactly("kitchen.local", "voron.lan", "old.lan");
        assertThat(failures(list)).containsExactly(FailureCode.NOT_A_PI);
        Printer kitchen = printers(list).findFirst().orElseThrow();
        assertThat(kitchen.labels().group()).isEqualTo("Cellar");
        assertThat(kitchen.labels().tags()).containsExactly("Rack2");
        assertThat(String.valueOf(kitchen.octoprint())).isEqualTo("http://kitchen.local:5000/");
        assertThat(printers(list).map(Printer::name))
                .containsExactly("Kitchen", "Voron", "Old one");
        assertThat(list.toString()).doesNotContain("SECRET");
        assertThat(notes(list)).containsExactly("list.note.keys");
    }
}
