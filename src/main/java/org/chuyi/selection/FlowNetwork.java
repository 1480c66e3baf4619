package org.chuyi.selection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Greatest flow in a small network with whole-number capacities, by shortest augmenting paths (Edmonds and Karp). */
final class FlowNetwork {

    private static final class Edge {
        private final int from;
        private final int to;
        private int left;
        private Edge back;

        private Edge(int from, int to, int left) {
            this.from = from;
            this.to = to;
            this.left = left;
        }
    }

    private final List<List<Edge>> edges = new ArrayList<>();

    int node() {
        edges.add(new ArrayList<>());
        return edges.size() - 1;
    }

    void edge(int from, int to, int capacity) {
        Edge there = new Edge(from, to, capacity);
        Edge back = new Edge(to, from, 0);
        there.back = back;
        back.back = there;
        edges.get(from).add(there);
        edges.get(to).add(back);
    }

    /** Adds to the flow what more can go from one to the other; returns how much. What flows already, stays as much. */
    int push(int source, int sink) {
        int pushed = 0;
        for (Edge[] path = path(source, sink); path != null; path = path(source, sink)) {
            int amount = narrowest(path, source, sink);
            for (int at = sink; at != source; at = path[at].from) {
                path[at].left -= amount;
                path[at].back.left += amount;
            }
            pushed += amount;
        }
        return pushed;
    }

    /** By node, the edge by which it was reached; null when the sink was not. */
    private Edge[] path(int source, int sink) {
        Edge[] reachedBy = new Edge[edges.size()];
        var next = new ArrayDeque<Integer>();
        next.add(source);
        while (!next.isEmpty()) {
            for (Edge edge : edges.get(next.poll())) {
                if (edge.left > 0 && edge.to != source && reachedBy[edge.to] == null) {
                    reachedBy[edge.to] = edge;
                    if (edge.to == sink) {
                        return reachedBy;
                    }
                    next.add(edge.to);
                }
            }
        }
        return null;
    }

    private static int narrowest(Edge[] path, int source, int sink) {
        int amount = Integer.MAX_VALUE;
        for (int at = sink; at != source; at = path[at].from) {
            amount = Math.min(amount, path[at].left);
        }
        return amount;
    }
}
